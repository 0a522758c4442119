"""Prints the HTML that Python-Markdown makes of each text of a JSON array, as a JSON array: one array a line of standard input."""

import json
import sys

import markdown


def render(text):
    try:
        return markdown.markdown(text, extensions=["extra", "toc"])
    except RuntimeError as error:
        return "<p>" + str(error) + "</p>"


for line in sys.stdin:
    print(json.dumps([render(text) for text in json.loads(line)]), flush=True)
