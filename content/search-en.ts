import { stemmer } from "@orama/stemmers/english";
import type { SearchLanguage } from "./search.ts";

export const english: SearchLanguage = {
  split: (text) => text.replace(/'s\b/g, "").replace(/'/g, ""),
  stem: stemmer,
  // The usual list without "not", "no", "never", "off", "on" and "out", which turn a meaning round. Then what people
  // say around their problem, and the French that stands around a French word.
  stopWords: new Set(
    (
      "a about after all also am an and any are as at be because been before being both but by came can could " +
      "did do does doing each for from had has have having he her here hers him himself his how i if in into is " +
      "it its itself just like me might more most my myself of only or other our ours own over same she should so " +
      "some such than that the their theirs them then there these they this those through to too u under until " +
      "upon us very was we were what when where which while who whom why will with would you your yours " +
      "im ive id ill dont doesnt didnt cant couldnt wont isnt arent wasnt cannot able unable make " +
      "hello hi dear please pls thanks thank sorry help need want try trying tried know really something anything " +
      "le la les un une des du de et est sur pas ne mon ma mes je vous votre " +
      "normal unless others small early earlier later again already even much many few lot bit quite " +
      "today now soon monday tuesday wednesday thursday friday january february march april june july august " +
      "september october november december one three four five six seven ten pm mr mrs ms per via go went " +
      "going gone great ok okay test fine nice good well soon ever"
    ).split(" "),
  ),
  synonyms: [
    // Phones, codes and the second factor
    "phone mobile cell cellphone telephone handset smartphone sim gsm portable",
    "number nr digits numero",
    "sms text texto",
    "code otp passcode pin digits",
    "2fa mfa tfa two_factor two_step second_factor totp authenticator",
    "operator carrier provider network_operator",
    "roaming abroad travelling foreign overseas",
    "country_code prefix dialling_code",
    "landline fixed_line",
    "resend again",
    "qr_code scan",
    "backup recovery spare",
    "identity id_document passport verify verification",
    // Signing in
    "reset new_password recover",
    "change modify edit update",
    "temporary initial first",
    "rules complexity characters weak simple",
    "assign assigned grant granted add_user",
    "login log_in log_on logon sign_in sign_on signin connect log sign connexion reconnect",
    "logout log_out sign_out signed_out logged_out kicked_out thrown_out disconnected disconnect",
    "password pw pwd passphrase mot_de_passe",
    "forgot forgotten remember lost oublie",
    "account profile user login_name username compte",
    "locked lock blocked frozen suspended shut disabled deactivated inactive",
    "unlock reactivate reopen enable restore unblock",
    "attempt try tries times tentative",
    "session timeout time_out inactivity idle timer",
    "extend longer prolong increase",
    "break lunch coffee desk pause",
    "expired expire lapse ended end outdated runs_out ran_out expiration expiry expiré",
    "sso saml federation single_sign_on idp company_login oidc",
    "certificate cert certificat signing_key",
    "renew replace rotate rollover roll swap change",
    "loop circle redirect redirects endless over_and_over",
    "cookie cookies third_party storage tracking",
    "entra azure microsoft aad",
    "merge combine join",
    "twice two duplicate double doubled 2",
    // Pages and browsers
    "delete clear remove erase purge empty flush wipe supprimer",
    "cache cached history site_data browsing_data",
    "old older outdated previous last last_week last_month stale obsolete former yesterday ancient",
    "refresh reload f5",
    "update upgrade release new_version go_live deployment",
    "display show see appear visible view",
    "page screen website site tab window",
    "blank white empty nothing grey",
    "spinner spinning spin wheel loading hang hangs stuck endless",
    "button icon menu link",
    "browser chrome edge safari firefox opera brave navigator navigateur",
    "supported compatible requirements minimum lowest oldest",
    "system ios windows linux android macos",
    "planned scheduled maintenance",
    "computer laptop pc desktop machine mac chromebook workstation",
    "ipad tablet android",
    "app application",
    "slow sluggish lag laggy forever snail crawling lent",
    "down outage unavailable unreachable offline_for_everyone interruption breakdown maintenance panne",
    "broken broke break crash crashed bug wrong",
    "error failed failure fail fails fault erreur echec",
    "language english french german spanish italian dutch portuguese translate translation translated langue",
    "time clock hour timezone time_zone date minutes_late",
    "respond react click press tap",
    "install installation reinstall uninstall",
    "store app_store google_play play_store",
    "start launch open boot",
    "move moved place position",
    "sort order sorting column",
    // Documents and meetings
    "open read view preview viewer reader load consult",
    "damaged corrupt corrupted unreadable",
    "format type extension unsupported",
    "virus antivirus infected malware",
    "interrupted interrupt stop halfway middle stops aborted",
    "pop_up popup blocker",
    "greyed_out grey inactive disabled",
    "storage space full",
    "postpone reschedule moved cancelled",
    "share shared copy forward",
    "scanned scan ocr",
    "appointment mandate officer",
    "document file pdf attachment annex paper doc appendix",
    "pack board_pack board_book book papers binder",
    "agenda agenda_item order_of_business",
    "minutes record transcript",
    "meeting board committee agm session_of_the_board",
    "invitation invite notice convening convened summons calendar ics",
    "director member chairman chair chairwoman trustee",
    "upload attach add submit drop send_a_file import deposit",
    "download save export_to_disk telecharger",
    "large big heavy size mb megabyte",
    "print printing printer paper",
    "watermark my_name name",
    "export extract excel csv spreadsheet report statement powerpoint",
    "chart organisation_chart org_chart structure organigram organigramme",
    "annotation annotate note comment highlight mark scribble handwriting remark drawing",
    "disappear vanish gone lost missing absent",
    "offline plane flight airplane train tunnel without_internet no_internet no_wifi no_network",
    "sync synchronise synchronize syncing synchronisation synchro",
    "sign signature signing esign e_sign signatory envelope docusign qualified eidas",
    "finish finalise finalize complete",
    "vote voting ballot poll resolution approve approval",
    "proxy power_of_attorney representative",
    "search find look looking searchable results hits zero_results 0_results",
    "company subsidiary entity firm organisation organization",
    "migration migrated import go_live old_system old_software moved_over legacy",
    // Sound, picture and network
    "video videoconference teams zoom webex call conference remote remotely",
    "hear sound audio microphone mic echo voice speaker headset",
    "camera picture webcam image",
    "firewall proxy gateway zscaler vpn allowlist whitelist ports hostnames ip",
    "wifi wi_fi internet network connection",
    "it it_department it_team helpdesk_of_the_company administrator admin",
    "inspection decryption ssl tls",
    // Mail
    "turn_off stop mute unsubscribe daily weekly reminder too_many",
    "mail email e_mail message mails courriel",
    "spam junk quarantine blocked_sender filter",
    "notification alert reminder digest notify",
    "receive get got arrive come deliver received reach",
    // Rights and security
    "permission right rights access authorised authorized allowed forbidden denied role 403",
    "refuse reject decline deny refused rejected denied",
    "allow authorise authorize permit exception whitelist unblock",
    "declare report disclose alert",
    "security breach hacked hack phishing leak vulnerability suspicious fraud stolen theft scam",
    "confidential secret private",
    "ciso security_officer dpo security_team",
    "stolen theft lost left_behind taxi",
    "hidden masked confidential",
    // Support
    "follow track status progress",
    "fixed repaired restored solved resolved",
    "support helpdesk hotline helpline assistance customer_service service_desk help_desk",
    "contact reach call ring talk speak human agent phone_you",
    "hours open opening weekend saturday sunday night holiday tonight evening",
    "country region office team europe africa canada montreal italy rome milan france paris spain madrid belgium brussels morocco casablanca dubai switzerland geneva luxembourg london",
    "ticket case request report query complaint",
    "answer respond response reply news hear_back feedback",
    "severity severe serious critical priority prioritise prioritize urgent urgency level",
    "quick fast quickly soon deadline delay sla",
    "incident anomaly",
    "post_mortem root_cause lessons",
    "define definition mean meaning difference vs versus",
    "disagree agree dispute contest",
    "handle process procedure",
    "inform informed told news tell update",
  ],
  elsewhere: new Set(
    (
      "invoice billing quote price pricing licence license subscription discount contract payment sales jobs vacancy vacancies hiring career " +
      "holiday vacation leave payroll salary tax taxes vat law legal lawyer solicitor accountant dividend " +
      "facebook instagram whatsapp netflix gmail twitter linkedin youtube bitcoin webinar newsletter " +
      "weather recipe restaurant canteen lunch hotel taxi flight train car parking cinema football match election " +
      "birthday christmas party coffee heating lift elevator badge projector dog doctor"
    ).split(" "),
  ),
};
