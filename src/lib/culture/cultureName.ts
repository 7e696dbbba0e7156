const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** Names that .NET Framework keeps for compatibility. */
const legacyNames: Readonly<Record<string, string>> = {
  'zh-chs': 'zh-Hans',
  'zh-cht': 'zh-Hant',
};

/**
 * The culture name in its canonical case (`en-us` is `en-US`), or undefined when no such language
 * or region is known. The empty name is the invariant culture.
 */
export function cultureName(name: string): string | undefined {
  if (name === '') return '';
  const tag = legacyNames[name.toLowerCase()] ?? name;
  if (tag.length > 85 || !/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag)) return undefined;
  const locale = readLocale(tag);
  if (!locale || !languages.of(locale.language)) return undefined;
  if (locale.region && !regions.of(locale.region)) return undefined;
  return locale.baseName;
}

function readLocale(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag);
  } catch {
    return undefined;
  }
}

/** The next more general culture: `sr-Latn-RS`, `sr-Latn`, `sr`, and at last the invariant one. */
export function parentName(name: string): string {
  const { language, script, region } = new Intl.Locale(name);
  if (!region) return script ? language : '';
  const ownScript = script ?? chineseScript(name);
  return ownScript ? `${language}-${ownScript}` : language;
}

/** .NET puts `zh-Hans` between `zh-CN` and `zh`. */
function chineseScript(name: string): string | undefined {
  return name.startsWith('zh-') ? new Intl.Locale(name).maximize().script : undefined;
}

/** The name of a culture in the language of another; undefined when it has none. */
export function displayName(name: string, language: string): string | undefined {
  const names = new Intl.DisplayNames(language, { type: 'language', languageDisplay: 'standard' });
  return names.of(name);
}
