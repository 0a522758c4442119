# Reads sites with the real Jekyll, plugins and themes left out, and prints one line of JSON for each folder given:
#   {"pages": {"_posts/2024-05-01-a.md": "/2024/05/01/a.html", …}}  Markdown and HTML that becomes pages, base URL included
#   {"stopped": "message"}                                          where Jekyll would stop
# GALLEY_NOW is the moment of the build, TZ the computer's zone.
require 'json'
require 'jekyll'

Jekyll.logger.log_level = :error
Jekyll::PluginManager.singleton_class.prepend(Module.new { def require_from_bundler = false })

def pages_of(site)
  documents = site.collections.values.flat_map(&:docs).select(&:write?)
  (site.pages + documents).to_h do |page|
    path = page.is_a?(Jekyll::Document) ? page.path : File.join(site.source, page.relative_path)
    [path.delete_prefix("#{Dir.pwd}/"), site.baseurl.to_s.chomp('/') + page.url]
  end
end

def read_site
  config = Jekyll.configuration('time' => ENV.fetch('GALLEY_NOW'), 'disable_disk_cache' => true, 'quiet' => true, 'plugins' => [], 'theme' => nil)
  site = Jekyll::Site.new(config)
  site.reset
  site.read
  readable = site.config['markdown_ext'].split(',') + %w[html htm xhtml]
  { pages: pages_of(site).select { |path, _| readable.include?(File.extname(path).delete('.').downcase) } }
rescue StandardError => e
  { stopped: e.message.lines.first.to_s.strip }
end

$stdout.sync = true
$stderr.reopen(File::NULL)
ARGV.each do |folder|
  # Jekyll remembers dates and paths for good: every site gets a process of its own.
  Process.wait(fork { Dir.chdir(folder) { puts JSON.generate(read_site) } })
end
