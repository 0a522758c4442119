# Reads JSON strings, one a line; answers for each what Ruby's YAML, as Jekyll calls it, makes of it, dates as {"date": text}.
require "json"
require "yaml"
require "date"
def plain(value)
  case value
  when Hash then value.to_h { |key, each| [key.to_s, plain(each)] }
  when Array then value.map { |each| plain(each) }
  when Date, Time then { "date" => value.to_s }
  else value
  end
end
STDIN.each_line do |line|
  data = Psych.safe_load(JSON.parse(line), permitted_classes: [Date, Time], aliases: true)
  puts JSON.generate(data.nil? || data.is_a?(Hash) ? { "data" => plain(data || {}) } : { "error" => "not a mapping" })
rescue Psych::Exception => error
  puts JSON.generate("error" => error.message)
end
