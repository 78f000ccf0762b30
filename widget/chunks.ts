/**
 * Where on the help server the panel, its words and what follows a refresh are. These are the sources, for development; in the built
 * loader this file holds the hashed names (vite.config.ts).
 */
export const chunks = {
  panel: "/widget/help-widget.ts",
  en: "/widget/text/en.ts",
  fr: "/widget/text/fr.ts",
  refresh: "/widget/checks/refresh-files.ts",
};
