# Builds the sites in the folders given and prints, a line a site, a JSON map from a post's path to the HTML that its layout gets as content.
require 'json'
require 'tmpdir'
require 'jekyll'

Encoding.default_external = Encoding.default_internal = 'UTF-8'
Jekyll.logger.log_level = :error

ARGV.each do |folder|
  Dir.mktmpdir do |out|
    site = Jekyll::Site.new(Jekyll.configuration('source' => folder, 'destination' => out, 'quiet' => true, 'disable_disk_cache' => true, 'show_drafts' => true, 'future' => true))
    site.reset
    site.read
    site.generate
    site.render
    puts JSON.generate(site.documents.select { |document| document.extname == '.md' }.to_h { |document| [document.path.delete_prefix("#{site.source}/"), document.content] })
  end
end
