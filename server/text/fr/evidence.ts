/**
 * The evidence of each rule in French, by its English original. A ticket keeps the sentence that the rules wrote when
 * it came in, so what is translated is that sentence; `{…}` stands for what it names.
 */
export const evidence: readonly [english: string, french: string][] = [
  [
    "Reported as a security concern, and the text says “{words}”.",
    "Signalé comme un doute de sécurité, et le texte dit «\u00a0{words}\u00a0».",
  ],
  [
    "A faked message is likely: the text says “{words}”.",
    "Un faux message est probable\u00a0: le texte dit «\u00a0{words}\u00a0».",
  ],
  [
    "Reported as a security concern; nothing said narrows it down, so the worst is assumed.",
    "Signalé comme un doute de sécurité\u00a0; rien ne précise lequel, donc le pire est supposé.",
  ],
  [
    "Not reported as a security concern, but the text says “{words}”.",
    "Non signalé comme un doute de sécurité, mais le texte dit «\u00a0{words}\u00a0».",
  ],
  ["A planned maintenance is under way.", "Une maintenance prévue est en cours."],
  [
    "The platform answers from none of the places that watch it.",
    "La plateforme ne répond depuis aucun des lieux qui la surveillent.",
  ],
  [
    "The status board already shows this service as {status}.",
    "Le tableau d’état signale déjà ce service\u00a0: {status}.",
  ],
  [
    "The platform answers from some of the places that watch it, and not from others.",
    "La plateforme répond depuis certains des lieux qui la surveillent, et pas depuis d’autres.",
  ],
  [
    "The server fails here, and {count} customers report the same.",
    "Le serveur échoue ici, et {count} clients signalent la même chose.",
  ],
  [
    "The company's identity provider answers from none of the places that watch it.",
    "Le fournisseur d’identité de l’entreprise ne répond depuis aucun des lieux qui le surveillent.",
  ],
  [
    "{code} is a failure on the identity provider's own side.",
    "{code} est une défaillance du fournisseur d’identité lui-même.",
  ],
  ["The text message provider has an incident.", "Le fournisseur de SMS a un incident."],
  [
    "Only {rate} % of this country's codes arrived in the last 30 minutes.",
    "Seuls {rate}\u00a0% des codes de ce pays sont arrivés ces 30 dernières minutes.",
  ],
  ["Our own sign-in certificate expired 1 day ago.", "Notre propre certificat de connexion a expiré hier."],
  [
    "Our own sign-in certificate expired {count} days ago.",
    "Notre propre certificat de connexion a expiré il y a {count} jours.",
  ],
  ["The server failed {count} times on this page.", "Le serveur a échoué {count} fois sur cette page."],
  [
    "The company's sign-in certificate expired 1 day ago.",
    "Le certificat de connexion de l’entreprise a expiré hier.",
  ],
  [
    "The company's sign-in certificate expired {count} days ago.",
    "Le certificat de connexion de l’entreprise a expiré il y a {count} jours.",
  ],
  [
    "Our server refused the signature of the company's sign-in answer.",
    "Notre serveur a refusé la signature de la réponse de connexion de l’entreprise.",
  ],
  ["{code} is about the signature or its key.", "{code} concerne la signature ou sa clé."],
  [
    "Our server refused the time in the company's sign-in answer.",
    "Notre serveur a refusé l’heure de la réponse de connexion de l’entreprise.",
  ],
  [
    "{code} is about clocks that differ between servers.",
    "{code} concerne des horloges qui diffèrent d’un serveur à l’autre.",
  ],
  [
    "{code}: the company has not given this person the application.",
    "{code}\u00a0: l’entreprise n’a pas attribué l’application à cette personne.",
  ],
  [
    "Our server refused the {part} of the company's sign-in answer.",
    "Notre serveur a refusé un élément de la réponse de connexion de l’entreprise\u00a0: {part}.",
  ],
  [
    "{code}: the settings of the two sides do not match.",
    "{code}\u00a0: les réglages des deux côtés ne correspondent pas.",
  ],
  ["The platform has no account of this name.", "La plateforme n’a pas de compte de ce nom."],
  [
    "{code}: the account is not one of this company's.",
    "{code}\u00a0: le compte n’appartient pas à cette entreprise.",
  ],
  [
    "{code}: a rule of the company forbids this sign-in.",
    "{code}\u00a0: une règle de l’entreprise interdit cette connexion.",
  ],
  [
    "{code}: the company's identity provider refused the account itself.",
    "{code}\u00a0: le fournisseur d’identité de l’entreprise a refusé le compte lui-même.",
  ],
  ["The browser does not keep the sign-in cookie.", "Le navigateur ne conserve pas le cookie de connexion."],
  [
    "The sign-in came back to its start {count} times within a minute.",
    "La connexion est revenue {count} fois à son début en une minute.",
  ],
  [
    "{code}: the sign-in turns in a loop, as it does without its cookie.",
    "{code}\u00a0: la connexion tourne en boucle, comme elle le fait sans son cookie.",
  ],
  ["The account is locked.", "Le compte est verrouillé."],
  ["The account is disabled.", "Le compte est désactivé."],
  ["Two accounts share this e-mail address.", "Deux comptes partagent cette adresse e-mail."],
  ["The link to choose a password has expired.", "Le lien pour choisir un mot de passe a expiré."],
  ["The password has expired.", "Le mot de passe a expiré."],
  [
    "The number on record is not a complete mobile number.",
    "Le numéro enregistré n’est pas un numéro de mobile complet.",
  ],
  [
    "The provider answered {code}: the number cannot receive text messages.",
    "Le fournisseur a répondu {code}\u00a0: ce numéro ne peut pas recevoir de SMS.",
  ],
  [
    "The code was asked for {count} times; sending pauses after five.",
    "Le code a été demandé {count} fois\u00a0; l’envoi s’interrompt après cinq.",
  ],
  [
    "The provider answered {code}: too many codes in a short time.",
    "Le fournisseur a répondu {code}\u00a0: trop de codes en peu de temps.",
  ],
  [
    "The provider answered {code}: our sender is not registered.",
    "Le fournisseur a répondu {code}\u00a0: notre expéditeur n’est pas enregistré.",
  ],
  [
    "The provider answered {code} ({country}): senders must be registered there.",
    "Le fournisseur a répondu {code} ({country})\u00a0: les expéditeurs doivent y être enregistrés.",
  ],
  [
    "The provider answered {code}: the message was filtered on its way.",
    "Le fournisseur a répondu {code}\u00a0: le message a été filtré en chemin.",
  ],
  [
    "The provider answered {code}: the phone could not be reached.",
    "Le fournisseur a répondu {code}\u00a0: le téléphone était injoignable.",
  ],
  [
    "The platform handed no message to the provider.",
    "La plateforme n’a remis aucun message au fournisseur.",
  ],
  [
    "The provider answered 21408: our account may not send to this country.",
    "Le fournisseur a répondu 21408\u00a0: notre compte ne peut pas envoyer vers ce pays.",
  ],
  [
    "The operator confirmed that the message reached the phone.",
    "L’opérateur a confirmé que le message est arrivé sur le téléphone.",
  ],
  [
    "The device's clock is wrong by {count} seconds.",
    "L’horloge de l’appareil a un écart de {count} secondes.",
  ],
  [
    "A delivery was made {hours} hours ago, and {count} people report the same.",
    "Une livraison a eu lieu il y a {hours} heures, et {count} personnes signalent la même chose.",
  ],
  [
    "The page runs older files than the platform serves.",
    "La page utilise des fichiers plus anciens que ceux de la plateforme.",
  ],
  [
    "An old service worker still answers for this site.",
    "Un ancien service worker répond encore pour ce site.",
  ],
  [
    "The browser is older than those we support.",
    "Le navigateur est plus ancien que ceux que nous prenons en charge.",
  ],
  [
    "Something in the browser stops requests before they leave it.",
    "Quelque chose dans le navigateur arrête des requêtes avant leur départ.",
  ],
  ["The network opens encrypted traffic on its way.", "Le réseau ouvre le trafic chiffré en chemin."],
  [
    "The network lets requests to a needed address go nowhere.",
    "Le réseau laisse sans suite les requêtes vers une adresse nécessaire.",
  ],
  [
    "The network cuts the connection that carries live updates.",
    "Le réseau coupe la liaison qui porte les mises à jour en direct.",
  ],
  [
    "The mobile app is older than those we support.",
    "L’application mobile est plus ancienne que celles que nous prenons en charge.",
  ],
  ["The device has only {count} MB left.", "L’appareil n’a plus que {count}\u00a0Mo libres."],
  ["The file is larger than this customer's limit.", "Le fichier dépasse la limite de ce client."],
  ["The virus check stopped the file.", "L’antivirus a arrêté le fichier."],
  ["The file is protected by a password.", "Le fichier est protégé par un mot de passe."],
  ["The platform does not take files of this type.", "La plateforme n’accepte pas les fichiers de ce type."],
  [
    "The browser or its policy blocks downloads.",
    "Le navigateur ou sa stratégie bloque les téléchargements.",
  ],
  [
    "The browser blocked the window that the document opens in.",
    "Le navigateur a bloqué la fenêtre dans laquelle le document s’ouvre.",
  ],
  ["The browser does not show PDF files.", "Le navigateur n’affiche pas les fichiers PDF."],
  [
    "Making the document's preview failed on the server.",
    "La création de l’aperçu du document a échoué sur le serveur.",
  ],
  ["The file is damaged and cannot be read.", "Le fichier est endommagé et illisible."],
  [
    "The person has the right, and the server refused all the same (403).",
    "La personne a le droit, et le serveur a refusé quand même (403).",
  ],
  ["The person's role does not have this right.", "Le rôle de la personne n’a pas ce droit."],
  [
    "The server refused the request for want of a right (403).",
    "Le serveur a refusé la requête faute de droit (403).",
  ],
  ["The vote is closed.", "Le vote est clos."],
  ["The person is not among those who may vote.", "La personne n’est pas parmi celles qui peuvent voter."],
  [
    "The vote is open, the person may vote, and the vote failed on the server.",
    "Le vote est ouvert, la personne peut voter, et le vote a échoué sur le serveur.",
  ],
  [
    "The electronic signature provider answered with an error.",
    "Le fournisseur de signature électronique a répondu par une erreur.",
  ],
  ["The link to sign has expired.", "Le lien de signature a expiré."],
  [
    "The last notification to this address was not delivered ({outcome}).",
    "La dernière notification à cette adresse n’a pas été remise ({outcome}).",
  ],
  [
    "The platform sent no notification to this person.",
    "La plateforme n’a envoyé aucune notification à cette personne.",
  ],
  [
    "The person is not on the meeting's list of participants.",
    "La personne ne figure pas sur la liste des participants de la séance.",
  ],
  [
    "This customer's data was migrated {count} days ago.",
    "Les données de ce client ont été migrées il y a {count} jours.",
  ],
  ["The export failed on the server.", "L’export a échoué sur le serveur."],
  ["Search is {count} seconds behind.", "La recherche a {count} secondes de retard."],
  [
    "The browser may not use the camera or the microphone.",
    "Le navigateur n’a pas le droit d’utiliser la caméra ou le micro.",
  ],
  ["{count} people report the same slowness.", "{count} personnes signalent la même lenteur."],
  [
    "An answer takes {count} ms on this person's network.",
    "Une réponse met {count}\u00a0ms sur le réseau de cette personne.",
  ],
  [
    "This person's network carries only {rate} Mbit/s.",
    "Le réseau de cette personne ne porte que {rate}\u00a0Mbit/s.",
  ],
  ["Scripts failed {count} times on this page.", "Des scripts ont échoué {count} fois sur cette page."],
  [
    "A feature does not do what it should, and no measurement explains it.",
    "Une fonction ne fait pas ce qu’elle devrait, et aucune mesure ne l’explique.",
  ],
  [
    "Nobody is said to be blocked, and the text says “{words}”.",
    "Personne n’est dit bloqué, et le texte dit «\u00a0{words}\u00a0».",
  ],
  [
    "The reporter has a code and it is refused; nothing measured says why.",
    "La personne a un code, et il est refusé\u00a0; aucune mesure ne dit pourquoi.",
  ],
  [
    "Several people wait for codes, so it is hardly their phones; no receipt says more.",
    "Plusieurs personnes attendent un code, ce ne sont donc guère leurs téléphones\u00a0; aucun accusé n’en dit plus.",
  ],
  [
    "One person waits for a code, and no receipt says where it stopped.",
    "Une personne attend un code, et aucun accusé ne dit où il s’est arrêté.",
  ],
  [
    "Everybody there is blocked, and no measurement says why.",
    "Tout le monde sur place est bloqué, et aucune mesure ne dit pourquoi.",
  ],
  [
    "No rule knows the code {code}: add it to the table.",
    "Aucune règle ne connaît le code {code}\u00a0: ajoutez-le à la table.",
  ],
  ["Nothing measured or written points to a cause.", "Rien de mesuré ni d’écrit n’indique une cause."],
  [
    "The reporter answered “{answer}”; no measurement says otherwise.",
    "La personne a répondu «\u00a0{answer}\u00a0»\u00a0; aucune mesure ne dit le contraire.",
  ],
];
