import type { AuthorsText } from "../en/authors.ts";

export const authors: AuthorsText = {
  title: "Articles",
  lead: "Ce que les lecteurs disent des articles, et ce que l’on a cherché sans le trouver. Rien ici ne dit qui.",
  period: "Période",
  periods: { 30: "30 jours", 90: "90 jours", 365: "12 mois" },
  csv: (list) => `${list}, en CSV`,
  csvShort: "CSV",

  failing: "Articles en échec",
  failingLead:
    "Utiles à moins de 60\u00a0% de cinq lecteurs ou plus, ou suivis d’un ticket trois fois sur dix.",
  noneFails: "Aucun article n’est en échec sur cette période.",
  withoutResult: "Cherché sans résultat",
  withoutResultLead: "Ce qu’il faut écrire ensuite, ou les mots qui manquent à un article.",
  noneWithoutResult: "Chaque recherche a trouvé quelque chose.",
  withTicket: "Cherché, puis un ticket",
  withTicketLead: "Trouvé ou non, un signalement a tout de même été envoyé.",
  noneWithTicket: "Aucune recherche n’a fini en ticket.",
  all: "Tous les articles",
  quiet: (count) =>
    count === 1
      ? "1 article sans avis ni ouverture sur cette période"
      : `${count} articles sans avis ni ouverture sur cette période`,

  columns: {
    article: "Article",
    language: "Langue",
    votes: "Avis",
    helpful: "Utile",
    before: "Avant",
    reasons: "Pourquoi pas",
    comments: "Commentaires ouverts",
    opened: "Ouvertures",
    tickets: "Puis un ticket",
    words: "Mots",
    searches: "Recherches",
    last: "Dernière",
    openedMost: "Le plus ouvert",
    month: "Mois",
    version: "Version",
    said: "Dit",
    comment: "Commentaire",
    state: "État",
    choose: "Corrigé",
  },
  languages: { en: "Anglais", fr: "Français" },
  reasons: {
    not_solved: "Ne résout pas le problème",
    unclear: "Pas clair",
    outdated: "Faux ou périmé",
    incomplete: "Étape ou image manquante",
    hard_to_find: "Difficile à trouver",
    translation: "Traduction",
  },
  counted: (what, count) => `${what} ${count}`,
  nothing: "rien",

  back: "Articles",
  read: "Lire l’article",
  present: "version actuelle",
  presentOf: (day) => `Version actuelle\u00a0: ${day}`,
  versionOf: (day) => `du ${day}`,
  helpfulNow: (share, votes) =>
    votes === 1 ? `Utile pour ${share} d’un avis.` : `Utile pour ${share} des ${votes} avis.`,
  noVotes: "Personne n’a encore rien dit de cet article.",
  byMonth: "Par mois",
  byVersion: "Par version",
  why: "Pourquoi pas",
  whatReadersSay: "Ce que disent les lecteurs",
  noComments: "Personne n’a dit ce qui n’allait pas.",
  noComment: "sans commentaire",
  wantsToKnow: "veut être prévenu",
  fixed: (day) => `Corrigé le ${day}`,
  open: "Ouvert",
  openPresent: "Ouvert, sur la version actuelle",
  fixedHint:
    "Choisissez ce que la version actuelle corrige. Qui a laissé une adresse reçoit un seul mail, puis l’adresse est effacée.",
  nothingToFix:
    "Ce qui a été dit de la version actuelle pourra être marqué comme corrigé quand une version plus récente sera publiée.",
  markFixed: "Corrigé dans cette version",
  markedFixed: (fixed, told) => {
    const mended = fixed < 2 ? `${fixed} commentaire est corrigé` : `${fixed} commentaires sont corrigés`;
    if (told === 0) return `${mended}\u202f; aucune adresse n’avait été laissée.`;
    return `${mended}, ${told === 1 ? "1 lecteur est prévenu" : `${told} lecteurs sont prévenus`}.`;
  },
};
