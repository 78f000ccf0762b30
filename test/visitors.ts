/**
 * Those for whom every view must be in order. Any two of language, width and theme meet once: what is wrong only for
 * one of all eight is rarer than what eight runs of everything cost.
 */
export const visitors = [
  { locale: "en", width: 1280, colorScheme: "light" },
  { locale: "fr", width: 1280, colorScheme: "dark" },
  { locale: "en", width: 320, colorScheme: "dark" },
  { locale: "fr", width: 320, colorScheme: "light" },
] as const;
