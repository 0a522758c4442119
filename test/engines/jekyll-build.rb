# Builds the Jekyll site in each folder that standard input names, plugins and themes left out, and answers with a line of JSON:
#   {"pages": [{"file", "url", "date", "html"}, …], "files": ["about.html", …]}  dates in milliseconds, of documents that have one
#   {"stopped": "message"}                                                       where Jekyll stops
# GALLEY_NOW is the moment of the build, TZ the computer's zone.
require 'json'
require 'jekyll'

Jekyll.logger.log_level = :error
Jekyll::PluginManager.singleton_class.prepend(Module.new { def require_from_bundler = false })

def page_of(site, page)
  is_document = page.is_a?(Jekyll::Document)
  path = is_document ? page.path.delete_prefix("#{site.source}/") : page.relative_path
  source = site.source.delete_prefix("#{Dir.pwd}").delete_prefix('/')
  { file: source.empty? ? path : File.join(source, path),
    url: site.baseurl.to_s.chomp('/').sub(%r{\A/?(?=.)}, '/') + page.url,
    date: is_document && ![site.time, File.mtime(page.path)].include?(page.date) ? (page.date.to_r * 1000).to_i : nil,
    html: page.output }
end

# Jekyll takes the folder in which it was loaded for the source where the configuration names none.
def configuration
  files = Dir['_config.{yml,yaml,toml}']
  source = files.map { |file| Jekyll::Configuration.new.read_config_file(file)['source'] }.compact.first || '.'
  Jekyll.configuration('config' => files, 'source' => File.expand_path(source), 'destination' => File.expand_path('_site'),
                       'time' => ENV.fetch('GALLEY_NOW'), 'disable_disk_cache' => true, 'quiet' => true, 'plugins' => [], 'theme' => nil)
end

def build_site
  site = Jekyll::Site.new(configuration)
  site.reset
  site.read
  site.generate
  site.render
  files = site.enum_for(:each_site_file).map { |file| file.destination(site.dest).delete_prefix("#{site.dest}/") }
  readable = site.config['markdown_ext'].split(',') + %w[html htm xhtml]
  pages = (site.pages + site.collections.values.flat_map(&:docs).select(&:write?))
    .select { |page| readable.include?(page.extname.delete('.').downcase) }
  { pages: pages.map { |page| page_of(site, page) }, files: files }
rescue StandardError, SystemExit => e
  { stopped: e.message.lines.first.to_s.strip }
end

# A process for each site would take fifty times as long; so what Jekyll remembers from one site to the next is forgotten.
def forget(time_zone)
  ENV['TZ'] = time_zone
  Jekyll.sites.clear
  Jekyll::Cache.disable_disk_cache!
  Jekyll::Cache.clear
  Jekyll::Utils.instance_variable_set(:@parse_date_cache, nil)
end

time_zone = ENV.fetch('TZ')
$stdout.sync = true
$stderr.reopen(File::NULL)
while (folder = $stdin.gets)
  forget(time_zone)
  puts(Dir.chdir(folder.chomp) { JSON.generate(build_site) })
end
