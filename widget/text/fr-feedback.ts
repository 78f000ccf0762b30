import type { FeedbackText } from "./en-feedback.ts";

export const feedback: FeedbackText = {
  title: "Améliorer cet article",
  stuck: "Toujours bloqué(e)\u202f? Signaler le problème",
  sorry: "Désolé. Dites-nous comment l’améliorer",
  reasonsLabel: "Qu’est-ce qui n’allait pas\u202f?",
  atLeastOne: "au moins une",
  selectReason: "Choisissez au moins une raison",
  reasons: {
    not_solved: "Ne résout pas mon problème",
    unclear: "Pas clair",
    outdated: "Faux ou périmé",
    incomplete: "Étape ou image manquante",
    hard_to_find: "Difficile à trouver",
    translation: "Traduction",
  },
  comment: "Commentaire",
  commentHint: "Lu par son auteur, sans réponse. Ni mot de passe ni contenu de document.",
  email: "Prévenez-moi quand il sera corrigé",
  emailHint: "Votre e\u2011mail\u00a0: nous y écrivons une fois, puis nous l’effaçons.",
  send: "Envoyer mes commentaires",
  verifying: "Nous vérifions qu’une personne écrit\u00a0: une ou deux secondes, rien à résoudre.",
  sent: "Commentaires envoyés, merci\u00a0: nous corrigerons l’article",
  refused: {
    unreachable: "Rien n’a été envoyé\u00a0: la connexion manque. Appuyez de nouveau sur Envoyer.",
    "votes-exceeded": "Cet article a reçu assez d’avis de votre réseau aujourd’hui. Revenez demain.",
    "too-many-requests": "Beaucoup d’envois de votre réseau à l’instant. Attendez une minute et renvoyez.",
    "body-too-large": "Le commentaire est trop long. Raccourcissez-le.",
    else: "La vérification a échoué. Appuyez de nouveau sur Envoyer.",
  },
};
