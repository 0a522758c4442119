# Matches each pattern of a JSON object {"patterns": […], "paths": […]} from standard input; prints those paths a pattern matches,
# as {"fnmatch": [[…]], "glob": [[…]]}: by File.fnmatch? without flags, and by Dir.glob in a folder that holds them as files.
require 'json'
require 'tmpdir'
require 'fileutils'

patterns, paths = JSON.parse($stdin.read).values_at('patterns', 'paths')
fnmatch = patterns.map { |pattern| paths.select { |path| File.fnmatch?("/x/#{pattern}", "/x/#{path}") } }
glob = Dir.mktmpdir do |folder|
  paths.each do |path|
    FileUtils.mkdir_p(File.dirname(File.join(folder, path)))
    FileUtils.touch(File.join(folder, path))
  end
  patterns.map { |pattern| Dir.glob(pattern, base: folder) & paths }
end
puts JSON.generate(fnmatch: fnmatch, glob: glob)
