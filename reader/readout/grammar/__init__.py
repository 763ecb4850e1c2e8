"""From the text to what it says: the meeting, its day, its people, its figures, each with its place in the text."""
