/** What an engine's reader of front matter takes that others refuse, and the other way round; the defaults are those of Ruby's Psych. */
export interface FrontMatterOptions {
  /** White space may stand before the opening fence. */
  readonly allowsLeadingSpace?: true;
  readonly yaml?: YamlOptions;
  /** A day that the calendar does not have is an error in TOML. */
  readonly refusesImpossibleDates?: true;
}

/** What parsers of YAML disagree about. */
export interface YamlOptions {
  /** A key that stands twice in a map is an error; else the last one counts. */
  readonly refusesRepeatedKeys?: true;
  /** A tag that the schema of the parser does not have, `!include`, is an error; else it says nothing. */
  readonly refusesUnknownTags?: true;
  /** A map as a key, `{{ name }}`, is an error. */
  readonly refusesMapsAsKeys?: true;
  /** In brackets a text may begin with a colon, `[:ruby]`. */
  readonly allowsColonFirst?: true;
  /** A tab may stand on an empty line. */
  readonly allowsTabsOnEmptyLines?: true;
  /** In double quotes `\\'` is an apostrophe; else it is an error. */
  readonly allowsEscapedApostrophe?: true;
  /** Tabs at the start of a line are indentation, of two spaces each. */
  readonly indentsByTabs?: true;
}

/** go-yaml 2 (`decode.go`). */
export const goYaml: YamlOptions = { refusesMapsAsKeys: true, allowsEscapedApostrophe: true };

/** js-yaml 3 and 4, which tools written in JavaScript use (`loader.js`). */
export const jsYaml: YamlOptions = {
  refusesRepeatedKeys: true,
  refusesUnknownTags: true,
  allowsColonFirst: true,
  allowsTabsOnEmptyLines: true,
};
