import type { CausesText } from "../en/causes.ts";

const tellUs = "Dites-moi ici si cela fonctionne maintenant. Sinon, je poursuivrai les recherches.";
const weWrite = "Je vous écris ici dès qu’il y a du nouveau.";
const askAdmin = "Si vous préférez que j’écrive à votre administrateur, dites-le ici.";

export const causes: CausesText = {
  greeting: (name) => (name ? `Bonjour ${name},` : "Bonjour,"),
  article: (title, url) => `Tout est expliqué pas à pas dans « ${title} » :\n${url}`,
  causes: {
    security_data_exposed: {
      label: "Données d’un tiers affichées",
      reply: [
        "Merci de nous avoir prévenus. Notre équipe de sécurité a votre signalement et le traite comme une violation possible.",
        "N’ouvrez pas, ne copiez pas et ne partagez pas ce que vous avez vu. Notez l’heure et l’adresse de la page, et ne supprimez rien.",
        "L’équipe de sécurité s’adresse aux personnes que votre organisation a désignées pour ces cas. Si un détail vous revient, écrivez-le ici et nulle part ailleurs.",
      ],
    },
    security_phishing: {
      label: "Message suspect",
      reply: [
        "Merci d’avoir signalé ce message. Nous ne demandons jamais de mot de passe ni de code par e-mail, par SMS ou au téléphone.",
        "N’ouvrez ni ses liens ni ses pièces jointes, n’y répondez pas et ne le transférez pas, mais conservez-le : il montre d’où il vient. Si vous avez déjà saisi votre mot de passe, changez-le dès maintenant depuis l’adresse habituelle de la plateforme.",
        "Dites-moi ici si vous avez saisi un mot de passe ou un code, et quand. Notre équipe de sécurité vous indiquera comment nous remettre le message sans risque.",
      ],
    },
    security_device_lost: {
      label: "Appareil perdu ou volé",
      reply: [
        "Notre équipe de sécurité a votre signalement d’appareil perdu ou volé.",
        "Prévenez votre service informatique, pour qu’il le verrouille ou l’efface à distance, et changez votre mot de passe depuis un autre appareil.",
        "Dites-moi ici de quel appareil il s’agit, quand vous l’avez eu pour la dernière fois et s’il se verrouille de lui-même. Nous pouvons alors fermer les sessions qui y sont ouvertes.",
      ],
    },
    security_unauthorised_access: {
      label: "Accès non autorisé possible",
      reply: [
        "Merci de nous avoir prévenus. Notre équipe de sécurité a votre signalement et le traite comme un accès non autorisé possible.",
        "Changez votre mot de passe depuis un appareil auquel vous vous fiez. Notez les heures et les pages qui vous paraissent anormales, et ne supprimez rien.",
        "L’équipe de sécurité s’adresse aux personnes que votre organisation a désignées pour ces cas. Si un détail vous revient, écrivez-le ici et nulle part ailleurs.",
      ],
    },
    planned_maintenance: {
      label: "Maintenance planifiée",
      reply: [
        "Une maintenance planifiée est en cours, et la plateforme ne peut pas être utilisée pendant ce temps.",
        "Il n’y a rien à changer de votre côté. La page d’état indique les services concernés et jusqu’à quand.",
        "S’il vous faut un document pour une réunion d’ici là, dites-moi ici laquelle et à quelle heure elle commence.",
      ],
    },
    platform_outage: {
      label: "Plateforme indisponible",
      reply: [
        "La plateforme est indisponible en ce moment. Ni votre compte, ni votre navigateur, ni votre réseau ne sont en cause.",
        "Il n’y a rien à faire de votre côté. La page d’état donne chaque nouvelle, et les documents déjà enregistrés par l’application mobile restent lisibles.",
        weWrite,
      ],
    },
    platform_degraded: {
      label: "Plateforme en partie défaillante",
      reply: [
        "Une partie de la plateforme est défaillante en ce moment, et votre signalement y correspond. Ni votre compte ni votre navigateur ne sont en cause.",
        "Si une page échoue, patientez un instant avant de la recharger. La page d’état donne chaque nouvelle.",
        weWrite,
      ],
    },
    idp_outage: {
      label: "Fournisseur d’identité défaillant",
      reply: [
        "Le service qui vous authentifie pour votre entreprise ne répond pas comme il le devrait. Il est extérieur à la plateforme : votre compte ici n’est pas en cause.",
        "Prévenez votre service informatique, avec le code et l’heure de la page d’erreur. Il peut voir l’état de ce service et en joindre le support.",
        "Nous le surveillons aussi de notre côté. " + weWrite,
      ],
    },
    sms_provider_outage: {
      label: "SMS défaillants",
      reply: [
        "L’envoi des codes de connexion par SMS échoue en ce moment pour une partie de nos utilisateurs. Votre téléphone n’est pas en cause.",
        "Si la page de connexion propose un autre moyen, utilisez-le : application d’authentification, clé d’accès, appel vocal ou code de secours.",
        weWrite,
      ],
    },
    sso_sp_certificate_expired: {
      label: "Notre certificat de connexion a expiré",
      reply: [
        "Le certificat avec lequel notre plateforme participe à la connexion d’entreprise a expiré. C’est à nous de le réparer : ni votre compte ni votre entreprise ne sont en cause.",
        "Il n’y a rien à faire de votre côté.",
        weWrite,
      ],
    },
    server_error: {
      label: "Erreur du serveur",
      reply: [
        "Notre serveur a échoué plusieurs fois pendant que vous travailliez. Ni votre navigateur ni votre réseau ne sont en cause.",
        "Si votre travail n’est pas enregistré, gardez la page ouverte et copiez votre texte ailleurs avant de la recharger.",
        "Notre équipe applicative a votre signalement et ses détails techniques. " + weWrite,
      ],
    },
    sso_idp_certificate_expired: {
      label: "Certificat de l’entreprise expiré",
      reply: ({ customerName, expiresOn }) => [
        `Le certificat qui signe la connexion de votre entreprise${customerName ? ` (${customerName})` : ""} a expiré${expiresOn ? ` le ${expiresOn}` : ""}. C’est pourquoi personne ne peut se connecter par l’entreprise ; votre compte n’est pas en cause, et changer de mot de passe n’y ferait rien.`,
        "L’administrateur des identités de votre entreprise peut le renouveler : créer un nouveau certificat, nous en envoyer d’abord les métadonnées, puis l’activer après notre confirmation.",
        "Si une réunion approche, dites-moi ici à quelle heure elle commence. Les administrateurs désignés par votre entreprise peuvent nous demander un accès temporaire.",
      ],
    },
    sso_idp_certificate_changed: {
      label: "Certificat de l’entreprise changé",
      reply: ({ customerName }) => [
        `Le certificat qui signe la connexion de votre entreprise${customerName ? ` (${customerName})` : ""} n’est pas celui que nous connaissons. Il a probablement été remplacé ; votre compte n’est pas en cause.`,
        "L’administrateur des identités de votre entreprise peut nous envoyer les nouvelles métadonnées dans cette conversation. Si l’ancien certificat est encore valide, le réactiver rétablit la connexion en attendant.",
        "Nous n’acceptons un certificat que d’un administrateur de notre liste, et le confirmons en appelant le numéro enregistré. " +
          weWrite,
      ],
    },
    sso_server_clock: {
      label: "Horloges des serveurs décalées",
      reply: [
        "Le serveur de connexion de votre entreprise et le nôtre n’ont pas la même heure, et une réponse qui paraît trop précoce ou trop tardive est refusée. L’horloge de votre ordinateur n’est pas en cause.",
        "Votre service informatique peut vérifier que le serveur de connexion règle son horloge automatiquement (NTP).",
        "Nous vérifions aussi la nôtre. " + weWrite,
      ],
    },
    sso_user_not_assigned: {
      label: "Non attribué dans l’annuaire de l’entreprise",
      reply: [
        "La connexion de votre entreprise vous connaît, mais ne vous a pas encore attribué cette application.",
        "L’administrateur des identités de votre entreprise peut vous l’attribuer, à vous ou à un groupe dont vous faites partie. Le code de la page d’erreur lui indique où chercher.",
        askAdmin,
      ],
    },
    sso_config_mismatch: {
      label: "Réglages de connexion discordants",
      reply: [
        "Les réglages de connexion de votre entreprise et les nôtres ne concordent plus. Votre compte n’est pas en cause.",
        "L’administrateur des identités de votre entreprise peut comparer l’identifiant, l’adresse de réponse et le format du nom avec nos métadonnées. Le plus simple est de commencer par ce qui a changé en dernier.",
        "Si vous savez ce qui a été changé et quand, dites-le-moi ici. Notre équipe des identités a votre signalement et son code.",
      ],
    },
    sso_account_mismatch: {
      label: "Compte inconnu de l’entreprise",
      reply: [
        "La connexion a été faite avec un compte que votre entreprise, ou la plateforme, ne connaît pas.",
        "Ouvrez une fenêtre de navigation privée et connectez-vous avec votre adresse professionnelle : les navigateurs choisissent souvent un autre compte déjà connecté. Si cela échoue aussi, votre administrateur peut vérifier que votre adresse est la même des deux côtés.",
        askAdmin,
      ],
    },
    sso_policy_blocked: {
      label: "Bloqué par une règle de l’entreprise",
      reply: [
        "Une règle de sécurité de votre entreprise arrête cette connexion, par exemple parce qu’elle attend un autre appareil, un autre réseau ou un second facteur.",
        "Essayez depuis un ordinateur géré par votre entreprise. Sinon, votre service informatique peut dire quelle règle s’applique : donnez-lui le code et l’heure de la page d’erreur.",
        "Nous ne pouvons pas lever une règle de votre entreprise, mais je réponds volontiers ici aux questions de votre service informatique.",
      ],
    },
    idp_account_problem: {
      label: "Compte ou mot de passe d’entreprise refusé",
      reply: [
        "La connexion de votre entreprise a refusé le compte lui-même : le mot de passe est faux ou a expiré, ou le compte est verrouillé. Ce mot de passe appartient à votre entreprise : nous ne pouvons ni le voir ni le changer.",
        "Changez votre mot de passe comme votre entreprise le prévoit, ou demandez à votre service informatique de déverrouiller le compte.",
        tellUs,
      ],
    },
    cookies_blocked: {
      label: "Cookie de connexion non conservé",
      reply: [
        "Votre navigateur ne conserve pas le cookie qui retient votre connexion, et vous revenez à la page de connexion.",
        "Autorisez les cookies pour l’adresse de la plateforme dans les réglages du navigateur. Si vous ouvrez la plateforme dans une autre page, comme SharePoint ou Teams, ouvrez-la dans sa propre fenêtre.",
        tellUs,
      ],
    },
    account_locked: {
      label: "Compte verrouillé",
      reply: [
        "Votre compte est verrouillé, comme cela arrive après plusieurs connexions avec un mauvais mot de passe.",
        "Il se rouvre de lui-même après le délai affiché à l’écran, ou votre administrateur peut le déverrouiller aussitôt.",
        "Si ces tentatives n’étaient pas les vôtres, dites-le-moi ici : nous les traitons alors comme une question de sécurité. " +
          askAdmin,
      ],
    },
    account_disabled: {
      label: "Compte désactivé",
      reply: [
        "Votre compte sur la plateforme est désactivé. Seule votre organisation décide qui a accès : nous ne pouvons pas le réactiver nous-mêmes.",
        "Votre administrateur peut le réactiver.",
        askAdmin,
      ],
    },
    duplicate_account: {
      label: "Deux comptes pour une personne",
      reply: [
        "Deux comptes portent votre adresse, et vous êtes peut-être dans celui qui n’a pas vos documents.",
        "Dites-moi ici comment vous vous connectez d’habitude : par l’entreprise, ou avec un mot de passe de la plateforme.",
        "Votre administrateur décide ensuite lequel garder ; ce que vous avez fait avec l’autre peut être conservé.",
      ],
    },
    password_reset: {
      label: "Mot de passe ou lien expiré",
      reply: [
        "Votre mot de passe, ou le lien pour en choisir un nouveau, n’est plus valable.",
        "Sur la page de connexion, demandez un nouveau lien et n’ouvrez que celui du dernier message. Si vous vous connectez par votre entreprise, le mot de passe est celui de l’entreprise : changez-le là-bas.",
        tellUs,
      ],
    },
    sms_number_invalid: {
      label: "Numéro qui ne peut pas recevoir de codes",
      reply: [
        "Le numéro auquel vos codes sont envoyés ne peut pas les recevoir : il est incomplet, n’est pas un mobile ou n’est plus le vôtre.",
        "Si une session est encore ouverte quelque part, corrigez-le dans votre profil, avec son indicatif, comme +33 6 39 98 12 34. Sinon, votre administrateur peut le faire.",
        "Nous ne changeons jamais un numéro nous-mêmes après un appel ou un e-mail, car c’est ainsi que l’on vole des comptes. " +
          askAdmin,
      ],
    },
    sms_rate_limited: {
      label: "Trop de codes demandés",
      reply: [
        "Tant de codes ont été demandés en peu de temps que l’envoi est suspendu, pour protéger votre compte.",
        "Patientez une heure, puis demandez un seul code et n’utilisez que le dernier message. Si la page de connexion propose un autre moyen, comme une application d’authentification, vous pouvez l’utiliser dès maintenant.",
        tellUs,
      ],
    },
    sms_sender_unregistered: {
      label: "Expéditeur non enregistré dans le pays",
      reply: [
        "Les opérateurs de votre pays refusent désormais les SMS d’expéditeurs qui n’y sont pas enregistrés, ce qui arrête nos codes. Votre téléphone n’est pas en cause.",
        "En attendant, utilisez un autre moyen proposé par la page de connexion : application d’authentification, clé d’accès, appel vocal ou code de secours.",
        "L’enregistrement est à notre charge, et notre équipe de messagerie a votre signalement. " + weWrite,
      ],
    },
    sms_filtered: {
      label: "SMS filtré",
      reply: [
        "Le message avec votre code a été arrêté en chemin, par un filtre de l’opérateur ou du téléphone.",
        "Cherchez parmi les expéditeurs inconnus et les messages bloqués de votre téléphone, et autorisez notre expéditeur. Demandez ensuite un seul nouveau code, ou utilisez un autre moyen proposé par la page de connexion.",
        "S’il est de nouveau arrêté, dites-moi ici votre opérateur et votre pays : notre équipe de messagerie pourra s’en saisir avec lui.",
      ],
    },
    sms_handset_unreachable: {
      label: "Téléphone injoignable",
      reply: [
        "Votre téléphone n’a pas pu être joint quand le code a été envoyé. Il était peut-être éteint, sans réseau, ou à l’étranger sans itinérance.",
        "Activez le mode avion dix secondes puis coupez-le, vérifiez l’itinérance si vous êtes à l’étranger, et demandez un seul nouveau code. Une application d’authentification fonctionne sans aucun réseau.",
        tellUs,
      ],
    },
    sms_not_sent: {
      label: "Code non envoyé",
      reply: [
        "La plateforme n’a pas envoyé le code que vous avez demandé. Votre téléphone n’est pas en cause.",
        "Si la page de connexion propose un autre moyen, utilisez-le : application d’authentification, clé d’accès, appel vocal ou code de secours.",
        "Notre équipe applicative a votre signalement. " + weWrite,
      ],
    },
    sms_delivered_not_seen: {
      label: "Code remis, non vu",
      reply: [
        "Votre opérateur confirme que le message avec le code est arrivé au téléphone.",
        "Vérifiez que les derniers chiffres affichés sur la page de connexion sont ceux de votre téléphone, puis cherchez parmi les expéditeurs inconnus, les indésirables et les messages bloqués. Seul le dernier code est valable.",
        tellUs,
      ],
    },
    sms_not_received: {
      label: "Code non reçu",
      reply: [
        "Votre code n’arrive pas, et nous ne savons pas encore où il s’est arrêté.",
        "Vérifiez que les derniers chiffres affichés sur la page de connexion sont ceux de votre téléphone, patientez une minute, demandez un seul nouveau code et n’utilisez que le dernier. Si la page propose un autre moyen, comme une application d’authentification, utilisez-le.",
        "S’il n’arrive toujours pas, dites-moi ici votre pays et votre opérateur. Ne nous envoyez jamais le code lui-même.",
      ],
    },
    code_refused: {
      label: "Code refusé",
      reply: [
        "Votre code est refusé. Le plus souvent, ce n’est pas le dernier, ou l’horloge du téléphone qui le calcule est fausse.",
        "Pour un SMS, demandez un seul nouveau code et saisissez celui du dernier message. Pour une application d’authentification, réglez l’heure du téléphone sur automatique et utilisez le code suivant.",
        tellUs,
      ],
    },
    clock_skew: {
      label: "Horloge de l’appareil fausse",
      reply: [
        "L’horloge de votre appareil est fausse, et une connexion dépend de l’heure exacte.",
        "Dans les réglages de date et d’heure, choisissez automatique. Si vous utilisez les codes d’une application d’authentification, faites-le sur le téléphone. Réessayez ensuite avec le code suivant.",
        tellUs,
      ],
    },
    release_regression: {
      label: "Défaut après une livraison",
      reply: [
        "Depuis la dernière version de la plateforme, plusieurs personnes signalent ce que vous décrivez. C’est un défaut de notre côté.",
        "Il n’y a rien à changer de votre côté. Si un autre chemin mène au même résultat, utilisez-le en attendant.",
        "Notre équipe applicative a votre signalement et ses détails techniques. " + weWrite,
      ],
    },
    stale_cache: {
      label: "Ancienne version gardée par le navigateur",
      reply: [
        "Votre navigateur utilise encore des fichiers d’avant la dernière mise à jour de la plateforme.",
        "Enregistrez ce que vous écrivez, puis rechargez la page sans eux : Ctrl+F5 sous Windows, Cmd+Maj+R sur un Mac. Si cela ne suffit pas, supprimez ce que le navigateur a stocké pour ce seul site.",
        tellUs,
      ],
    },
    unsupported_browser: {
      label: "Navigateur trop ancien",
      reply: [
        "Votre navigateur est plus ancien que les versions pour lesquelles la plateforme est faite, et une partie de la page n’y fonctionne pas.",
        "Mettez-le à jour, ou utilisez une version actuelle de Chrome, d’Edge, de Firefox ou de Safari. Sur un ordinateur géré par votre entreprise, votre service informatique peut s’en charger.",
        tellUs,
      ],
    },
    extension_blocked: {
      label: "Bloqué par une extension du navigateur",
      reply: [
        "Quelque chose dans votre navigateur, le plus souvent une extension qui bloque les publicités ou les scripts, arrête une partie de la page.",
        "Ouvrez la page en navigation privée, où les extensions sont en général inactives. Si elle y fonctionne, autorisez l’adresse de la plateforme dans l’extension.",
        tellUs,
      ],
    },
    network_blocked: {
      label: "Bloqué par le réseau",
      reply: [
        "Votre réseau ne laisse passer qu’une partie de la plateforme ; un proxy ou un pare-feu en est d’ordinaire la raison. Depuis un autre réseau, cela devrait fonctionner.",
        "Votre service informatique peut autoriser les adresses de la plateforme et les exempter d’inspection. D’ici là, vous pouvez travailler depuis un autre réseau, si votre entreprise le permet.",
        "Je peux envoyer la liste des adresses à votre service informatique : dites-moi ici à qui écrire.",
      ],
    },
    app_outdated: {
      label: "Application mobile trop ancienne",
      reply: [
        "Votre application mobile est plus ancienne que les versions que nous prenons en charge.",
        "Ouvrez-la une fois avec un bon réseau et attendez que tout soit synchronisé, puis mettez-la à jour depuis la boutique d’applications ou la gestion des appareils de votre entreprise. Ne supprimez pas l’application : ce qui n’est pas encore synchronisé serait perdu.",
        tellUs,
      ],
    },
    offline_storage_full: {
      label: "Plus de place sur l’appareil",
      reply: [
        "Il reste trop peu de place sur votre appareil pour y garder des documents à lire hors connexion.",
        "Faites de la place en dehors de l’application, par exemple en supprimant des vidéos ou d’autres applications, puis ouvrez-la et attendez la fin de la synchronisation. Ne supprimez pas l’application : ce qui n’est pas encore synchronisé serait perdu.",
        tellUs,
      ],
    },
    file_too_large: {
      label: "Fichier trop lourd",
      reply: [
        "Le fichier dépasse la limite fixée pour votre organisation.",
        "Réduisez-le, ou divisez-le en plusieurs fichiers. Pour une vidéo, une résolution plus basse suffit en général.",
        "Si ce fichier doit rester tel quel, dites-moi ici sa taille et son usage, et je demanderai ce qui est possible.",
      ],
    },
    file_refused: {
      label: "Fichier refusé",
      reply: [
        "La plateforme n’accepte pas ce fichier : son type n’est pas autorisé, un mot de passe le protège, ou l’antivirus l’a arrêté.",
        "Enregistrez-le de nouveau en PDF ou dans un format Office actuel, sans mot de passe, et réessayez. Si vous ne vous attendiez pas à ce que l’antivirus l’arrête, montrez d’abord le fichier à votre service informatique.",
        tellUs,
      ],
    },
    download_blocked: {
      label: "Téléchargement ou fenêtre bloqués",
      reply: [
        "Votre navigateur, ou une règle de votre entreprise, bloque le téléchargement ou la fenêtre où le document s’ouvre.",
        "Autorisez les téléchargements et les fenêtres pop-up pour l’adresse de la plateforme. Sur un ordinateur géré par votre entreprise, c’est votre service informatique qui en décide.",
        tellUs,
      ],
    },
    document_conversion: {
      label: "Aperçu du document échoué",
      reply: [
        "La création de l’aperçu de ce document a échoué de notre côté, ou le fichier lui-même est endommagé. Votre navigateur n’est pas en cause.",
        "Si vous pouvez le télécharger, l’original s’ouvrira peut-être sur votre ordinateur. La personne qui l’a déposé peut aussi le déposer de nouveau.",
        "Notre équipe applicative a votre signalement. " + weWrite,
      ],
    },
    permission_error: {
      label: "Droit accordé, accès refusé",
      reply: [
        "Vous avez le droit de faire cela, et la plateforme l’a refusé quand même. C’est un défaut de notre côté.",
        "Déconnectez-vous puis reconnectez-vous une fois : un droit qui vient d’être accordé ne compte parfois qu’ensuite.",
        "Notre équipe applicative a votre signalement. " + weWrite,
      ],
    },
    permission_missing: {
      label: "Droit manquant",
      reply: [
        "Votre rôle ne comprend pas le droit d’ouvrir ceci. Votre organisation décide qui voit quoi : nous ne pouvons pas l’accorder nous-mêmes.",
        "Votre administrateur peut vous ajouter à l’espace, à la séance ou au groupe concernés.",
        askAdmin,
      ],
    },
    vote_right_or_window: {
      label: "Vote clos, ou sans droit de vote",
      reply: [
        "Ce vote est clos, ou vous n’êtes pas parmi les personnes qui peuvent y participer.",
        "Le secrétariat de la séance peut vous dire ses horaires et qui peut voter, et changer les deux tant que les règles de la séance le permettent.",
        "Si vous aviez le droit de voter et ne l’avez pas pu à temps, dites-moi ici quand vous avez essayé.",
      ],
    },
    vote_error: {
      label: "Vote échoué",
      reply: [
        "Votre vote n’a pas pu être enregistré à cause d’une erreur de notre côté.",
        "N’essayez pas encore et encore : prévenez dès maintenant le secrétariat de la séance, pour que le vote reste ouvert ou se fasse en séance.",
        "Notre équipe applicative a votre signalement. Dites-moi ici quand le vote se termine. " + weWrite,
      ],
    },
    esign_provider_outage: {
      label: "Service de signature défaillant",
      reply: [
        "Le service de signature électronique répond par des erreurs en ce moment. Ni votre compte ni votre document ne sont en cause.",
        "Attendez avant de recommencer la signature.",
        weWrite,
      ],
    },
    esign_link_expired: {
      label: "Lien de signature expiré",
      reply: [
        "Le lien pour signer ce document a expiré.",
        "La personne qui a demandé la signature peut la renvoyer depuis le document. Utilisez ensuite le lien du dernier message.",
        tellUs,
      ],
    },
    notification_undelivered: {
      label: "E-mail non remis",
      reply: [
        "Notre dernier e-mail ne vous a pas été remis : votre serveur de messagerie l’a refusé, ou il a été classé comme indésirable.",
        "Regardez dans vos courriers indésirables. Votre service informatique peut autoriser le domaine de notre expéditeur ; si votre adresse a changé, votre administrateur peut la corriger.",
        "Dites-moi ici quand c’est fait, et je vérifierai que le suivant arrive.",
      ],
    },
    notification_not_sent: {
      label: "E-mail non envoyé",
      reply: [
        "La plateforme n’a pas envoyé l’e-mail que vous attendiez. Votre messagerie n’est pas en cause.",
        "La séance et ses documents peuvent être ouverts directement sur la plateforme, s’ils sont publiés.",
        "Notre équipe de messagerie a votre signalement. " + weWrite,
      ],
    },
    invite_missing: {
      label: "Absent de la liste des participants",
      reply: [
        "Vous n’êtes pas sur la liste des participants de cette séance : la plateforme ne vous la montre donc pas.",
        "Le secrétariat de la séance peut vous ajouter.",
        askAdmin,
      ],
    },
    data_migration_gap: {
      label: "Données fausses après migration",
      reply: [
        "Ce que vous décrivez semble venir de la migration de vos données vers la plateforme.",
        "Ne corrigez pas encore les fiches une par une : une correction d’ensemble pourrait écraser les vôtres. Donnez-moi ici un ou deux exemples, avec la valeur attendue.",
        "Notre équipe de migration a votre signalement. " + weWrite,
      ],
    },
    export_failed: {
      label: "Export échoué",
      reply: [
        "Votre export a échoué de notre côté.",
        "Réessayez-le une fois avec moins de données, par exemple une période plus courte ou une seule entité.",
        "Notre équipe applicative a votre signalement. " + weWrite,
      ],
    },
    search_index_lag: {
      label: "Recherche en retard",
      reply: [
        "La recherche de la plateforme est en retard, et les éléments récents n’y apparaissent pas encore. Les éléments eux-mêmes ne sont pas touchés.",
        "En attendant, ouvrez-les depuis leur espace ou leur séance.",
        "Notre équipe applicative a votre signalement. " + weWrite,
      ],
    },
    camera_mic_denied: {
      label: "Caméra ou micro non autorisés",
      reply: [
        "Votre navigateur ne laisse pas la plateforme utiliser la caméra ou le micro.",
        "Sélectionnez l’icône à gauche de l’adresse, autorisez les deux et rechargez la page. Fermez les autres programmes qui utilisent la caméra. Si une séance est en cours, la rejoindre par téléphone est le plus rapide.",
        tellUs,
      ],
    },
    slow_platform: {
      label: "Plateforme lente",
      reply: [
        "Plusieurs personnes signalent que la plateforme est lente en ce moment. Votre réseau n’est pas en cause.",
        "Il n’y a rien à changer de votre côté. La page d’état donne chaque nouvelle.",
        weWrite,
      ],
    },
    slow_client_network: {
      label: "Réseau lent du côté de la personne",
      reply: [
        "Nos mesures montrent que la liaison entre vous et la plateforme est lente en ce moment.",
        "Essayez un autre réseau, ou travaillez sans le VPN si votre entreprise le permet. Les gros documents s’ouvrent mieux dans l’application mobile, avant la séance.",
        tellUs,
      ],
    },
    feature_defect: {
      label: "Défaut d’une fonction",
      reply: [
        "Ce que vous décrivez n’est pas le comportement attendu de cette fonction.",
        "Dites-moi ici ce que vous avez fait en dernier, ce que vous attendiez et ce que vous avez vu à la place. Un seul exemple suffit.",
        "Notre équipe applicative l’examine avec les détails techniques de votre signalement. " + weWrite,
      ],
    },
    usage_question: {
      label: "Question d’utilisation",
      reply: ["Merci de votre question.", "S’il reste un point à éclaircir, demandez-le-moi ici."],
    },
    unknown_major: {
      label: "Tous bloqués, cause inconnue",
      reply: [
        "Vous signalez que personne ne peut travailler dans votre organisation. Nous le traitons comme urgent, bien que nous n’en connaissions pas encore la cause.",
        "Dites-moi ici depuis quand, et ce qui s’affiche exactement à l’écran. Si une personne peut encore travailler, il est utile de le savoir aussi.",
        weWrite,
      ],
    },
    unknown: {
      label: "Cause inconnue",
      reply: [
        "Merci de votre signalement. Ce que nous avons n’en dit pas encore la cause.",
        "Dites-moi ici ce que vous avez fait, ce que vous attendiez et ce que vous avez vu à la place, avec les mots exacts de l’écran s’il y en a.",
        "Je pourrai alors vous dire quoi faire, ou transmettre à l’équipe qui le peut.",
      ],
    },
  },
};
