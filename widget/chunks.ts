/**
 * Where the panel and its words are on the help server. These are the sources, for development; in the built
 * loader this file holds the hashed names (vite.config.ts).
 */
export const chunks = {
  panel: "/widget/help-widget.ts",
  en: "/widget/text/en.ts",
  fr: "/widget/text/fr.ts",
};
