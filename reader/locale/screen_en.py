"""The screen's words in English. May import `screen` only."""

from collections.abc import Mapping
from typing import ClassVar

from reader.locale.screen import ScreenWords


class Screen(ScreenWords):
    """Everything else."""

    no_date = "no date"
    held = "Held"
    acts: ClassVar[Mapping[str, str]] = {
        "chaired": "Chaired",
        "spoke": "Spoke",
        "reported": "Reported",
        "attended": "Attended",
        "appointed": "Appointed",
        "removed": "Removed",
    }
    evidence = "Evidence {index}/{count} {fact}"
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
    note = "Note"
    line_keys = (("Enter", "Done"), ("Esc", "As before"))
    notes_none = "No notes yet: m writes one on the post, p on the paragraph."
    drafts_wait = "A note was left unfinished: M lists it, Enter keeps it."
    draft = "Not finished"
    nothing_to_note = "There is no paragraph to note."
    last_query_hint = "F4: {query} as last time"
    versions = "{count} versions"
    version = "version {number}/{count}"
    characters = "{count} characters"
    outline_none = "This post has no outline."
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
    filters_none = "No filter has a name yet: filter with /, then F gives it one."
    filter_kept = "The filter has a name now: F lists them all"
