"""The screen's words in English. May import `screen` only."""

from collections.abc import Mapping
from typing import ClassVar

from reader.locale.screen import CommandWords, ScreenWords


class Commands(CommandWords):
    """Labels and explanations of the commands."""

    texts: ClassVar[Mapping[str, tuple[str, str]]] = {
        "filter": ("Filter", "Filter as you type: keywords, officials, dates"),
        "next_hit": ("Next hit", "Go to the next hit; after the last one, to the next meeting's"),
        "previous_hit": ("Previous hit", "Go to the hit before; before the first, to the meeting before"),
        "evidence": ("Evidence", "Light where day, names, roles and figures were read; n/N walk through; again: back"),
        "star": ("Star", "Give the post a star, or take it away"),
        "read": ("Read", "Mark as read or unread; going into a text, or paging to its end, marks it as read"),
        "note": ("Note", "Write a note on the post, F4 in your editor; has:note lists those with one"),
        "note_passage": ("Note here", "Write a note on the selected words, or on the paragraph that is being read"),
        "notes": ("All notes", "The list of all notes; Enter shows where one was written"),
        "versions": ("Versions", "The next version of the same meeting: another source, a later revision"),
        "outline": ("Outline", "The outline of the post: a rail on wide terminals, else a list"),
        "earlier": ("Earlier", "Back to the post read before"),
        "later": ("Later", "Forward to the post read after it"),
        "go": ("Go to", "gg: the beginning; g1 to g9 a part of the outline"),
        "count": ("Count", "A number before a key: 5j five lines down, 3G the third meeting"),
        "select": (
            "Select",
            "Selects the paragraph, { } more or fewer; y copies, Y cites, Esc ends; the mouse selects and copies",
        ),
        "copy": ("Copy", "Copies the selected words, else the paragraph that is being read"),
        "cite": ("Cite", "Copies the same with its citation: meeting, day, title, source, paragraph"),
        "copy_link": ("Link", "Copies the address of the post"),
        "browse": ("Browser", "Opens the address of the post in a browser"),
        "filters": ("My filters", "Filters with names: choose one, or type a name for the present filter"),
        "find": ("Find here", "Finds words in this post and leaves the list alone; n/N walk them, Esc ends it"),
        "undo": ("Undo filter", "The former filter again"),
        "zen": ("Text only", "Nothing but the text, or the list again"),
        "export": ("Export", "Writes this post, the selected words or the filtered list to a file"),
        "wording": ("New wording", "Dim what was said before, leave new wording bright; n/N walk it; again: back"),
        "baseline": ("Against", "New against all earlier meetings, those of the series, or one meeting"),
        "said": ("Said where", "Where the words of this paragraph (or the selected ones) were said before"),
        "compare": ("Compare", "This meeting and the former of its series (or the remembered one) side by side"),
        "remember": ("Remember", "Remember this meeting, to be compared with another"),
        "context": (
            "In context",
            "Where the filter's word (or the selected words) stands in all meetings, line under line",
        ),
        "phrases": ("Phrases", "Quoted phrases by meeting: which came, stayed, went; what this meeting does not have"),
        "matrix": ("Named", "Officials x meetings: printed order, roles; who is named and who is not"),
        "figures": ("Figures", "The figures of this meeting, and one of them through the meetings"),
        "series": ("Series", "Series by number and date, what is missing here; all meetings by month"),
        "officials": ("Officials", "List the officials of the collection and filter by those you choose"),
        "all_posts": ("All posts", "Show the posts that report no meeting too; again: meetings only"),
        "enter": ("Open", "From the filter into the list, from the list into the text"),
        "back": ("Back", "One step back: the state before the filter, out of the text, clear the filter"),
        "other_pane": ("Other pane", "Change between list and text"),
        "to_text": ("Text", "Go into the text"),
        "to_list": ("List", "Go back to the list"),
        "down": ("Down", "The next meeting in the list; the next line in the text"),
        "up": ("Up", "The meeting before in the list; the line before in the text"),
        "page_down": ("Page down", "The text, one page on"),
        "page_up": ("Page up", "The text, one page back"),
        "half_down": ("Half down", "The text, half a page on"),
        "half_up": ("Half up", "The text, half a page back"),
        "top": ("Top", "The newest meeting; the beginning of the text"),
        "bottom": ("Bottom", "The oldest meeting; the end of the text"),
        "next_paragraph": ("Next para", "Marks the next paragraph, which copying and citing mean"),
        "previous_paragraph": ("Prev para", "Marks the paragraph before"),
        "wider": ("Wider", "Wider lines of text; kept"),
        "narrower": ("Narrower", "Narrower lines of text; kept"),
        "theme": ("Theme", "The next theme: dark, light, the terminal's own colours"),
        "help": ("Help", "Keys and the query language"),
        "palette": ("Commands", "Find a command, an official, a meeting"),
        "stop": ("Suspend", "Back to the shell; fg there comes back"),
        "quit": ("Quit", "Close what is open, as Esc does; nothing open: leave; Ctrl+Q always leaves"),
    }


class Screen(ScreenWords):
    """Everything else."""

    no_date = "no date"
    untitled = "(untitled)"
    next_day = "next day"
    days_later = "{days} days later"
    held = "Held"
    day_not_told = "the text gives no day"
    took_part = "Took part"
    acts: ClassVar[Mapping[str, str]] = {
        "chaired": "Chaired",
        "spoke": "Spoke",
        "reported": "Reported",
        "attended": "Attended",
        "appointed": "Appointed",
        "removed": "Removed",
    }
    facts: ClassVar[Mapping[str, str]] = {
        "name": "Name",
        "convener": "Convener",
        "date": "Day",
        "series": "Series",
        "number": "Number",
        "year": "Year",
        "place": "Place",
        "form": "Form",
        "collective": "Took part",
        "role": "Role",
        "mention": "Mentioned",
        "figure": "Figure",
    }
    evidence = "Evidence {index}/{count} {fact}"
    no_evidence = "This post has no evidence to show."
    no_body = "This post has no text."
    caption = "Caption"
    meetings = ("{count} meeting", "{count} meetings")
    posts = ("{count} post", "{count} posts")
    hits = ("{count} hit", "{count} hits")
    read_now = "All posts have been read: Esc and the same key again show everything"
    nothing_shown = "No post is shown"
    arrived = "{count} new"
    gone = "this post is not in the folder any more"
    still_reading = "Posts are still being read: this is what has been read so far"
    reading = "reading {done}/{total}"
    pace = "{rate} a second, {rest} left"
    not_read = "{count} not read"
    note = "Note"
    note_hint = "A note"
    note_keys = (("Enter", "Keep"), ("Esc", "As it was"), ("F4", "Your editor"))
    note_is_long = "More than this line: F4 shows all of it; left alone here, it stays as it is"
    line_keys = (("Enter", "Done"), ("Esc", "As before"))
    notes_hint = "words of a note"
    notes_none = "No notes yet: m writes one on the post, p on the paragraph."
    no_editor = "The editor cannot be run: {command} (set $EDITOR to another)"
    drafts_wait = "A note was left unfinished: M lists it, Enter keeps it."
    draft = "Not finished"
    nothing_to_note = "There is no paragraph to note."
    last_query_hint = "F4: {query} as last time"
    versions = "{count} versions"
    version = "version {number}/{count}"
    characters = "{count} characters"
    minutes_left = ("{count} min left", "{count} min left")
    outline_none = "This post has no outline."
    outline_hint = "words of the outline"
    no_part = "The outline has no such part."
    no_history = "No other post has been read."
    nothing_to_copy = "There is no paragraph to copy."
    copied_paragraph = "Paragraph {number} ({count} characters) {way}."
    copied_quotation = "Paragraph {number} and its citation {way}."
    copied_sent = "sent to the terminal's clipboard"
    copied_long = "sent to the terminal's clipboard; so long a text may be refused: x writes it to a file"
    copied_by = "copied ({way})"
    copy_failed = "{sent} ({failed} failed)"
    copied_link = "Link {way}."
    no_link = "This post has no link that can be opened."
    nothing_to_export = "There is nothing to export."
    none_found = "Nothing matches."
    export_hint = "what and in which form, such as list csv"
    export_what: ClassVar[Mapping[str, str]] = {"selection": "Selected words", "post": "This post"}
    export_list = ("The {count} post listed", "All {count} listed")
    export_forms: ClassVar[Mapping[str, str]] = {
        "text": "Plain text",
        "md": "Markdown",
        "json": "JSON",
        "csv": "Table",
    }
    export_file_hint = "A file to write"
    export_keys = (("Enter", "Write"), ("Esc", "Do not"))
    export_into_posts = "Nothing is written into the folder of posts: choose another folder"
    export_exists = "{file} is there already: choose another name"
    export_failed = "Not written: {reason}"
    exporting = "writing {count} …"
    exported = "Written to {file}"
    exported_in_part = "Written to {file}; {skipped} posts of the list could not be read any more"
    browsing = "Opening {link} in a browser."
    no_browser = "No browser with a window of its own was found; set $BROWSER to one: {link}"
    not_stopped = "Not suspended: no shell runs behind the reader to come back from."
    highlights = "Pull-quotes"
    copied_selection = "{count} selected characters {way}."
    copied_selection_cited = "{count} selected characters and their citation {way}."
    find_hint = "find in this post"
    found = "found {text} {index}/{count}"
    measure = "Lines of at most {cells} cells ({characters} characters)"
    no_wider = "The pane is no wider than the text"
    no_former_query = "There is no former filter."
    no_versions = "This meeting has one version only"
    no_hits = "No hits to go to: press / and type a word first"
    no_more_hits = "No more hits in this direction"
    filter_hint = 'keyword  official:nyf  since:2022  -without  a|b  "exact"'
    filters_hint = "choose a filter, or type a name for the present one"
    filters_none = "No filter has a name yet: filter with /, then F gives it one."
    filters_keys = (("↑↓", "Move"), ("Enter", "Apply or keep"), ("Del", "Forget"), ("Esc", "Back"))
    filter_keep = "keep as “{name}”"
    filter_kept = "The filter has a name now: F lists them all"
    palette_hint = "command, official or meeting: name, pinyin, initials, day, number"
    palette_none = "No such command, official or meeting."
    palette_kinds: ClassVar[Mapping[str, str]] = {"command": "command", "official": "official", "meeting": "meeting"}
    palette_keys = (("↑↓", "Move"), ("Enter", "Do it"), ("Esc", "Back"))
    notice_reading = "Reading the folder …"
    notice_reading_hint = "Meetings appear as they are read; you can read and filter meanwhile."
    notice_searching = "Searching …"
    notice_no_match = "No meeting matches “{query}”."
    notice_no_match_hint = "Press Esc to go back, or / to change the filter."
    notice_others = (
        "{count} more post reports no meeting; press a to list it too.",
        "{count} more posts report no meeting; press a to list them too.",
    )
    notice_no_meetings = "No meeting is reported here."
    notice_empty = "There is no post to read here."
    notice_empty_hint = (
        "Posts are .md .markdown .txt .html .htm files. Open another folder with: customs-reader FOLDER. "
        "What could not be read, and why: customs-reader check"
    )
    officials_hint = "name, pinyin or initials, such as nyf"
    officials_none = "No such official."
    officials_count = ("{count} mtg", "{count} mtgs")
    officials_keys = (("↑↓", "Move"), ("Tab", "Mark several"), ("Enter", "Filter by them"), ("Esc", "Back"))
    help_groups: ClassVar[Mapping[str, str]] = {
        "find": "Find",
        "compare": "Compare",
        "read": "Read",
        "mark": "Mark",
        "take": "Take away",
        "move": "Move",
        "rest": "The rest",
    }
    help_views = "Keys in the views"
    help_query_title = "The query language"
    help_query = (
        ("口岸 农产品", "both words; blind to punctuation, spaces, width, letter case and script"),
        ("“六稳六保”", "exactly as written between the quotation marks"),
        ("人*同防", "* stands for up to eight characters of one clause; up to 32 in a query"),
        ("精准|科学", "either; up to 100 words in a query, and 2,000 characters"),
        ("-视频", "without"),
        ("official:nyf", "an official (also 官员:) by name, pinyin or initials"),
        ("chair:倪岳峰", "who chaired (also 主持:)"),
        ("role:党委书记", "a role (also 职务:)"),
        ("series:例会", "the meeting's series (also 会议:)"),
        ("number:46", "the ordinal of the meeting"),
        ("since:2022-03", "from then on (also 自:); until: up to (至:); on: that day, month or year"),
        ("in:title", "titles only; in:body the text only"),
        ("is:meeting", "meetings only; is:article everything else"),
    )
    help_close = "Press / to search the help, Esc to go back."
    help_hint = "find keys and examples"
    help_none = "No such key or example."
    help_narrowed = "Only what holds “{text}”; press Esc for everything."
    help_keys = (("/", "Search"), ("↑↓", "Move"), ("Esc", "Back"))
