"""The command line's words in English. May import `cli` only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from reader.locale.cli import CliWords


class Cli(CliWords):
    """The command line in English."""

    help = """\
Usage: customs-reader [PATH ...]             open the reader
       customs-reader COMMAND [OPTION ...]   answer without a screen

Reads a folder of posts on meetings of China Customs (海关总署). Posts are .md, .markdown, .txt,
.html and .htm files; folders are read with all that is in them. Nothing is written there.
Without a PATH: $CUSTOMS_READER_PATH, else what was opened last, else the bundled samples.

Commands:
  list         the meetings, newest first
  show         the text of one post, set for a width
  search       where words stand, in all posts
  officials    who is named at which meetings
  new          how much of each meeting is new wording, and what
  compare      what a meeting kept, reworded, dropped, added
  figures      the numbers of a post or of all meetings, with what they count
  series       the series of meetings, and what is missing here
  kwic         a word in its contexts, in all meetings
  phrases      quoted phrases by meeting: which came, stayed, went
  export       all posts as text, Markdown, JSON, JSON lines or CSV
  check        what was read as what, what was not, and why
  doctor       what is seen of terminal, language, SQLite and files, and what to do
  completions  completions for bash, zsh or fish
  config       what can be set, and the defaults
  directories  where the program keeps its files

Options:
  -q, --query QUERY   open with this query in the filter
  --path PATH         a folder or file, may be given several times
  --lang zh|en        language of the interface (default: as your locale)
  -h, --help          this help; COMMAND --help for one command
  --version           the version

Queries:
  口岸 农产品         both words; blind to punctuation, spaces, width, case and script
  “六稳六保”          exactly as written
  人*同防  a|b  -词   up to 8 characters between; either; without
  official:nyf chair: role: series: number:46 since:2022-03 until: on: in:title is:article
  A query holds up to 100 words, 32 * and 2,000 characters.

Exit codes: 0 done; 1 nothing matched, nothing readable, or amiss; 2 usage, bad query,
no such path; 130 interrupted.

Examples:
  customs-reader ~/posts
  customs-reader list ~/posts --query "chair:倪岳峰 since:2022"
  customs-reader export ~/posts --format csv > meetings.csv
"""
    usage = "Usage: "
    arguments_title = "Arguments"
    options_title = "Options"
    commands_title = "Commands"
    commands: ClassVar[Mapping[str, str]] = {
        "": "Opens the reader; without a terminal it lists the meetings.",
        "list": "Lists the meetings, newest first: date, id, name, chair.",
        "show": "Prints the text of one post, set for a width.",
        "search": "Finds words in all posts and prints each place in its context.",
        "officials": "Lists who is named at the meetings: most meetings first, with the latest role.",
        "new": "Tells the new share of every meeting, or what is new in one and where the rest was said before.",
        "compare": "Sets two meetings side by side: A and B, or A and the former meeting of its series.",
        "figures": (
            "Lists the figures of a post, or of all meetings, each with what it counts and its sentence;\n"
            "with --counts what counts the same follows each other, oldest meeting first."
        ),
        "series": "Lists the series of meetings by number and day, and what is missing in this collection.",
        "kwic": "Prints each place of a word in the texts of the meetings, oldest first, the word in one column.",
        "phrases": "Lists the phrases in quotation marks, and those watched, by meeting: how many, first, last.",
        "export": "Prints all posts, as text or for another program.",
        "check": "Counts what posts were read as, and says which could not be read, and why.",
        "doctor": (
            "Prints what the program sees of its terminal, language, SQLite and its own files,\n"
            "and what to do where something is amiss (exit code 1)."
        ),
        "completions": "Prints what a shell needs to complete command lines.",
        "config": "Prints the defaults of all settings with comments, to be saved as settings.toml.",
        "directories": "Prints where the program keeps its files and where the samples are.",
    }
    examples: ClassVar[Mapping[str, str]] = {
        "list": "Example: customs-reader list ~/posts --query 精准 --format json",
        "show": "Example: customs-reader show 000 --path ~/posts --width 72",
        "search": "Example: customs-reader search 人物同防 --path ~/posts",
        "new": "Example: customs-reader new 001 --path ~/posts",
        "compare": "Example: customs-reader compare 000 001 --path ~/posts",
        "figures": "Example: customs-reader figures 002 --path ~/posts\n"
        "         customs-reader figures --counts 外贸进出口总值 --path ~/posts",
        "officials": "Example: customs-reader officials ~/posts --matrix --query since:2022",
        "series": "Example: customs-reader series ~/posts --query series:例会",
        "kwic": "Example: customs-reader kwic 人物同防 --path ~/posts --sort right",
        "phrases": (
            "Example: customs-reader phrases ~/posts --sort dropped\n"
            "         customs-reader phrases ~/posts --not-in 003"
        ),
        "export": "Example: customs-reader export ~/posts --format jsonl > posts.jsonl",
        "check": "Example: customs-reader check ~/posts",
        "doctor": "Example: customs-reader doctor",
        "completions": (
            "Example: customs-reader completions bash > ~/.local/share/bash-completion/completions/customs-reader\n"
            "         customs-reader completions zsh > ~/.zfunc/_customs-reader\n"
            "         customs-reader completions fish > ~/.config/fish/completions/customs-reader.fish"
        ),
        "config": "Example: mkdir -p ~/.config/customs-reader\n"
        "         customs-reader config > ~/.config/customs-reader/settings.toml",
        "directories": "Example: customs-reader directories --format json",
    }
    options: ClassVar[Mapping[str, str]] = {
        "paths": "a folder or file of posts",
        "search": "what to look for; several words must all be there",
        "file": "a file, or an id that list prints",
        "other": "another; without it A is compared with the meeting before it of the same series",
        "against": "compare with all earlier meetings (default), those of the series, or one",
        "post": "a file, or an id that list prints; without it all meetings",
        "counts": "only figures that count something with these words, line by line",
        "shell": "the shell that is to complete",
        "term": "a word or query to look for; fields such as since:2022 narrow the meetings",
        "sort": "order of the lines (default: the first)",
        "not_in": "only what at least three quarters of the meetings before this one have, and it has not",
        "bom": "begin CSV with a byte order mark, for Excel",
        "matrix": "people x meetings, the printed position in each cell",
        "person": "all about one person: a name, pinyin or initials",
        "months": "how many meetings each month has",
        "path": "a folder or file, may be given several times",
        "query": "only what this query finds",
        "all": "also the posts that report no meeting",
        "width": "columns of the terminal (default: as wide as it is, at most 80)",
        "format": "form of the output (default: text)",
        "lang": "language of the interface",
        "help": "this help",
        "version": "the version",
    }
    argument_errors: ClassVar[Mapping[str, str]] = {
        "unrecognized arguments: (.+)": "{} is not understood",
        "argument (.+): expected one argument": "{} needs a value",
        "argument (.+): invalid choice: (.+) \\(choose from (.+)\\)": "{} cannot be {}; it is one of {}",
        "argument (.+): ignored explicit argument (.+)": "{} takes no value, so {} is too much",
        "argument (.+?): (.+)": "{}: {}",
    }
    missing = "{name} is missing"
    bad_width = "a whole number from {low} to {high} is needed"
    bad_lang = "--lang is zh or en, not “{value}”"
    see_help = "“{program} --help” shows how it is used."
    no_such_path = "No such file or folder: {path}"
    no_such_post = "No post is named {name}. “customs-reader list --all” prints the ids of the posts."
    no_meeting = "{name} reports no meeting whose day is known."
    perhaps_command = "Did you mean the command “{command}”?"
    no_posts = "There are no posts in {paths}. Posts are .md, .markdown, .txt, .html and .htm files."
    no_posts_of_others = (
        "There are no posts in {paths}, only files of other kinds: {count}. "
        "Posts are .md, .markdown, .txt, .html and .htm files."
    )
    nothing_readable = "None of the posts could be read ({count}). “customs-reader check PATH” says why."
    some_unread = "Not read: {count}. “customs-reader check PATH” says why."
    nothing_matched = "Nothing matches {query}"
    others_matched = "No meeting matches; posts that report no meeting: {count}. “list --all” shows them."
    no_meetings = "None of the posts reports a meeting: {count}. “list --all” shows them."
    nobody = "No meeting here names anyone."
    bad_query = "The query is not understood:"
    reading = "Reading {done} of {total}"
    interrupted = "Interrupted."
    cannot_write = "The output could not be written: {reason}"
    cannot_open = "{file} could not be opened: {reason}. Raise the limits (ulimit -a), and try again."
    no_memory = "There is not enough memory. Close other programs, or raise the limit (ulimit -v), and try again."
    counts = (
        "Meetings: {meetings}   More versions: {versions}   Other posts: {articles}   "
        "Read in part: {in_part}   Not read: {unread}"
    )
    problem = "not read   {path}: {sentence}"
    problem_in_part = "in part    {path}: {sentence}"
    places: ClassVar[Mapping[str, str]] = {
        "config": "Settings",
        "state": "State",
        "cache": "Cache",
        "samples": "Samples",
    }
    looked_at: ClassVar[Mapping[str, str]] = {
        "version": "customs-reader",
        "python": "Python",
        "packages": "Packages",
        "import_name": "Also named reader",
        "terminal": "Terminal",
        "size": "Size",
        "colours": "Colours",
        "marks": "Cells of “",
        "clipboard": "Clipboard",
        "locale": "Locale",
        "language": "Language",
        "encoding": "Encoding",
        "sqlite": "SQLite",
        "config": "Settings in",
        "state": "Marks in",
        "cache": "Index in",
        "settings": "Settings",
    }
    advice: ClassVar[Mapping[str, str]] = {
        "import_name": (
            "{seen} is imported as “reader” too: one has written over the other. "
            "Install customs-reader in an environment of its own (pipx or uv)."
        ),
        "poor_terminal": "TERM is “{seen}”: no screen can be painted. Set it to your terminal's, as xterm-256color.",
        "small": "{seen} is small: the screen wants {detail} at least.",
        "marks": (
            "The terminal does not tell how wide it paints “. If quotation marks overlap the next character, "
            'put marks = "wide" into the settings.'
        ),
        "encoding": "{seen} cannot hold Chinese: the output is UTF-8 all the same. LANG=C.UTF-8 is for all programs.",
        "no_fts5": "This SQLite has no full-text search: everything is found, only slower.",
        "config": "{seen} cannot be written: settings can only be read. XDG_CONFIG_HOME names another place.",
        "state": (
            "{seen} cannot be written: stars and notes last for one sitting only. XDG_STATE_HOME names another place."
        ),
        "cache": "{seen} cannot be written: every start reads all posts anew. XDG_CACHE_HOME names another place.",
        "settings": "Settings: {detail}",
    }
    all_well = "Nothing is amiss."
    meetings = "{count} mtgs"
    one_meeting = "1 mtg"
