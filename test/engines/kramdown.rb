# Renders each text of a JSON array from standard input with Jekyll's Liquid and kramdown as Jekyll configures it; prints a JSON array of HTML.
require 'json'
require 'tmpdir'
require 'jekyll'
require 'kramdown'
require 'kramdown-parser-gfm'

Encoding.default_external = Encoding.default_internal = 'UTF-8'
Jekyll.logger.log_level = :error

def render(text, site)
  text = Liquid::Template.parse(text).render({}, registers: { site: site, page: {} }) if text.match?(/\{[{%]/)
  Kramdown::Document.new(text, input: 'GFM', hard_wrap: false, auto_ids: true, syntax_highlighter: nil).to_html
end

Dir.mktmpdir do |folder|
  site = Jekyll::Site.new(Jekyll.configuration('source' => folder, 'quiet' => true, 'disable_disk_cache' => true))
  puts JSON.generate(JSON.parse($stdin.read).map { |text| render(text, site) })
end
