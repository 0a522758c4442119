# Renders each text of a JSON array with Jekyll's Liquid and kramdown as Jekyll configures it, and prints a JSON array of HTML: one array a line of standard input.
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
rescue Liquid::Error => error
  error.message
end

Dir.mktmpdir do |folder|
  site = Jekyll::Site.new(Jekyll.configuration('source' => folder, 'quiet' => true, 'disable_disk_cache' => true))
  $stdin.each_line do |line|
    puts JSON.generate(JSON.parse(line).map { |text| render(text, site) })
    $stdout.flush
  end
end
