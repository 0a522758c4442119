# Renders each text of a JSON array from standard input with kramdown as Jekyll configures it; prints a JSON array of HTML.
require 'json'
require 'kramdown'
require 'kramdown-parser-gfm'

texts = JSON.parse($stdin.read)
puts JSON.generate(texts.map { |text| Kramdown::Document.new(text, input: 'GFM', hard_wrap: false, auto_ids: true, syntax_highlighter: nil).to_html })
