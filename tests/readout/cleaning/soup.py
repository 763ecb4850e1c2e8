"""Pieces of broken HTML, and what two parsers make of a page, told in the same way."""

from __future__ import annotations

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PreformattedString, Tag

from reader.readout.cleaning.tree import Node

SOUP = """
<p> </p> <div> </div> <br> <br/> <b> </b> <table> <tr> <td> </td> </table> <![CDATA[x]]> <?php?> <!DOCTYPE html>
<html> <head> <title> </title> </head> <body> </body> </html> <script> </script> <style> a<b </style> <pre> </pre>
<textarea> 海关 &amp; &nbsp; &#x4e2d; &bogus; < > " ' <! <!x> </ <svg> </svg> <select> <option> <ul> <li> </ul>
<template> </template> <P> <o:p> <noscript> <iframe> </iframe> <h1> </h1> <form> <input> <center>
"""
FRAGMENTS = (
    *SOUP.split(),
    "\u3000\u3000",
    "\x00",
    "\x01",
    '<img src=x alt="海">',
    '<a href="x',
    '<p class="a b">',
    "<font color=red>",
    " \n ",
    "\n",
    "\t",
    " ",
)


def ours(tree: Node) -> list[object]:
    """Tags with their attributes, texts and ends, in the order of the page."""
    flat: list[object] = []
    stack = [iter(tree.contents)]
    while stack:
        for child in stack[-1]:
            if isinstance(child, Node):
                flat.append((child.name, dict(child.attrs)))
                stack.append(iter(child.contents))
                break
            flat.append(child)
        else:
            stack.pop()
            flat.append(None)
    return flat


def theirs(html: str) -> list[object]:
    """The same of beautifulsoup4's tree."""
    flat: list[object] = []
    stack = [iter(BeautifulSoup(html, "lxml", multi_valued_attributes=None).contents)]
    while stack:
        for child in stack[-1]:
            if isinstance(child, Tag):
                flat.append((child.name, dict(child.attrs)))
                stack.append(iter(child.contents))
                break
            if isinstance(child, NavigableString) and not isinstance(child, PreformattedString):
                flat.append(str(child))
        else:
            stack.pop()
            flat.append(None)
    return flat
