"""Prints the HTML that Python-Markdown makes of each text of a JSON array, as a JSON array."""

import json
import sys

import markdown


def render(text):
    try:
        return markdown.markdown(text, extensions=["extra", "toc"])
    except RuntimeError as error:
        return "<p>" + str(error) + "</p>"


json.dump([render(text) for text in json.load(sys.stdin)], sys.stdout)
