/** "ES" → "Spain"; what is no country's code stays as it is. */
export function countryName(code: string, locale: string): string {
  const isCode = /^[A-Z]{2}$/.test(code);
  return (isCode && new Intl.DisplayNames(locale, { type: "region" }).of(code)) || code;
}
