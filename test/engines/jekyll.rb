# Builds the Jekyll site in the folder given; what the texts become is in its `_site`.
require 'jekyll'

Jekyll.logger.log_level = :error
source = ARGV.fetch(0)
Jekyll::Site.new(Jekyll.configuration('source' => source, 'destination' => File.join(source, '_site'), 'quiet' => true, 'disable_disk_cache' => true)).process
