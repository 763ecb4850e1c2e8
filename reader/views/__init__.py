"""The views across meetings: what each shows, made of the library's answers by the analysis. No screen, no output.

May import `library`, `query`, `analysis`, `readout`, `text`, `locale`. One module a view: `comparing` (two meetings),
`wording` (what is new in one), `context` (a word in its contexts), `attending` (people x meetings), `phrasing`,
`figuring`, `recurring` (series and months); `filter` tells what narrows the meetings. The command line prints what they
make, the screen paints it: so both say the same. Meetings stand oldest first, and each is there once, whatever versions
it has.
"""
