"""From the bytes of a file to the blocks of its text: what belongs to the post and what does not."""
