import type { Cause } from "../../tickets/qualification-rules.ts";

/** What a suggested reply may name. Dates are already in the reader’s language. */
export interface ReplyValues {
  customerName?: string;
  expiresOn?: string;
}

interface CauseText {
  /** For the queue: a few words. */
  label: string;
  /** Paragraphs: the cause, what to do, what happens next. An agent reads and edits them before they go out. */
  reply: readonly string[] | ((values: ReplyValues) => readonly string[]);
}

export interface CausesText {
  greeting: (name?: string) => string;
  article: (title: string, url: string) => string;
  causes: Record<Cause, CauseText>;
}

const tellUs = "Tell me here whether it works now. If not, I will look further.";
const weWrite = "I will write here as soon as there is news.";
const askAdmin = "If you would rather have me write to your administrator, say so here.";

export const causes: CausesText = {
  greeting: (name) => (name ? `Hello ${name},` : "Hello,"),
  article: (title, url) => `This is explained step by step in “${title}”:\n${url}`,
  causes: {
    security_data_exposed: {
      label: "Somebody else’s data was shown",
      reply: [
        "Thank you for telling us. Our security team has your report and treats it as a possible breach.",
        "Do not open, copy or share what you saw. Note the time and the address of the page, and delete nothing.",
        "The security team speaks with the people whom your organisation has named for such cases. If you remember more, write it here and nowhere else.",
      ],
    },
    security_phishing: {
      label: "Suspicious message",
      reply: [
        "Thank you for reporting this message. We never ask for a password or a code by mail, by text message or on the phone.",
        "Do not open its links or attachments, do not answer it and do not forward it, but keep it: it shows where it came from. If you have already typed your password, change it now, from the platform’s usual address.",
        "Tell me here whether you typed a password or a code, and when. Our security team will say how to hand us the message safely.",
      ],
    },
    security_device_lost: {
      label: "Lost or stolen device",
      reply: [
        "Our security team has your report about the lost device.",
        "Tell your IT department, so that they can lock or erase it from a distance, and change your password from another device.",
        "Tell me here which device it is, when you last had it and whether it locks by itself. We can then end the sessions that are open on it.",
      ],
    },
    security_unauthorised_access: {
      label: "Possible unauthorised access",
      reply: [
        "Thank you for telling us. Our security team has your report and treats it as a possible unauthorised access.",
        "Change your password from a device that you trust. Note the times and pages that look wrong to you, and delete nothing.",
        "The security team speaks with the people whom your organisation has named for such cases. If you remember more, write it here and nowhere else.",
      ],
    },
    planned_maintenance: {
      label: "Planned maintenance",
      reply: [
        "A planned maintenance is under way, and the platform cannot be used meanwhile.",
        "There is nothing to change on your side. The status page says which services it concerns and until when.",
        "If you need a document for a meeting before then, tell me here which meeting it is and when it starts.",
      ],
    },
    platform_outage: {
      label: "Platform down",
      reply: [
        "The platform is not available at the moment. Your account, your browser and your network are not the cause.",
        "There is nothing to do on your side. The status page carries each update, and documents that the mobile app has already stored can still be read there.",
        weWrite,
      ],
    },
    platform_degraded: {
      label: "Platform partly failing",
      reply: [
        "Part of the platform is failing at the moment, and your report fits it. Your account and your browser are not the cause.",
        "If a page fails, wait a moment before you load it again. The status page carries each update.",
        weWrite,
      ],
    },
    idp_outage: {
      label: "Identity provider failing",
      reply: [
        "The service that signs you in for your company does not answer as it should. It is outside the platform, so your account here is not the cause.",
        "Tell your IT department, with the code and the time on the error page. They can see the state of that service and reach its support.",
        "We keep watching it from our side. " + weWrite,
      ],
    },
    sms_provider_outage: {
      label: "Text messages failing",
      reply: [
        "Text messages with sign-in codes are failing at the moment for part of our users. Your phone is not the cause.",
        "If the sign-in page offers another way, use it: an authenticator app, a passkey, a voice call or a recovery code.",
        weWrite,
      ],
    },
    sso_sp_certificate_expired: {
      label: "Our sign-in certificate expired",
      reply: [
        "The certificate with which our platform takes part in company sign-in has expired. This is ours to mend: nothing is wrong with your account or on your company’s side.",
        "There is nothing to do on your side.",
        weWrite,
      ],
    },
    server_error: {
      label: "Server error",
      reply: [
        "Our server failed several times while you were working. Your browser and your network are not the cause.",
        "If your work is not saved, keep the page open and copy your text elsewhere before you load it again.",
        "Our application team has your report with the technical details. " + weWrite,
      ],
    },
    sso_idp_certificate_expired: {
      label: "Company certificate expired",
      reply: ({ customerName, expiresOn }) => [
        `The certificate that signs your company’s sign-in${customerName ? ` (${customerName})` : ""} expired${expiresOn ? ` on ${expiresOn}` : ""}. That is why nobody can sign in through the company; your own account is not the cause, and a new password would change nothing.`,
        "Your company’s identity administrator can renew it: create a new certificate, send us its metadata first, and activate it once we have confirmed.",
        "If a meeting is near, tell me here when it starts. The administrators whom your company has named may ask us for a temporary access.",
      ],
    },
    sso_idp_certificate_changed: {
      label: "Company certificate changed",
      reply: ({ customerName }) => [
        `The certificate that signs your company’s sign-in${customerName ? ` (${customerName})` : ""} is not the one that we know. It was probably replaced; your own account is not the cause.`,
        "Your company’s identity administrator can send us the new metadata from this conversation. If the former certificate is still valid, making it active again lets people in meanwhile.",
        "We take a certificate only from an administrator on our list and confirm it by calling the number on record. " +
          weWrite,
      ],
    },
    sso_server_clock: {
      label: "Server clocks differ",
      reply: [
        "Your company’s sign-in server and ours do not agree on the time, and an answer that seems too early or too late is refused. The clock of your own computer is not the cause.",
        "Your IT department can check that the sign-in server sets its clock automatically (NTP).",
        "We check ours too. " + weWrite,
      ],
    },
    sso_user_not_assigned: {
      label: "Not assigned in the company’s directory",
      reply: [
        "Your company’s sign-in knows you, but has not given you this application yet.",
        "Your company’s identity administrator can assign it to you, or to a group that you belong to. The code on the error page tells them where to look.",
        askAdmin,
      ],
    },
    sso_config_mismatch: {
      label: "Sign-in settings do not match",
      reply: [
        "The sign-in settings of your company and ours no longer match. Your own account is not the cause.",
        "Your company’s identity administrator can compare the identifier, the reply address and the name format with our metadata. What was changed last is the best place to begin.",
        "Tell me here what was changed and when, if you know it. Our identity team has your report with the code.",
      ],
    },
    sso_account_mismatch: {
      label: "Account not known to the company",
      reply: [
        "You signed in with an account that your company’s sign-in or the platform does not know.",
        "Open a private window and sign in with your company address: browsers often pick another account that is already signed in. If that fails too, your administrator can check that your address is the same on both sides.",
        askAdmin,
      ],
    },
    sso_policy_blocked: {
      label: "Blocked by a company policy",
      reply: [
        "A security policy of your company stops this sign-in, for example because it expects another device, another network or a second factor.",
        "Try from a computer that your company manages. Otherwise your IT department can tell which policy applies: give them the code and the time on the error page.",
        "We cannot lift a policy of your company, but I will gladly answer your IT department’s questions here.",
      ],
    },
    idp_account_problem: {
      label: "Company account or password refused",
      reply: [
        "Your company’s sign-in refused the account itself: the password is wrong or has expired, or the account is locked. This password belongs to your company, so we cannot see or change it.",
        "Change your password as your company provides for it, or ask your IT department to unlock the account.",
        tellUs,
      ],
    },
    cookies_blocked: {
      label: "Sign-in cookie not kept",
      reply: [
        "Your browser does not keep the cookie that remembers your sign-in, so that you come back to the sign-in page.",
        "Allow cookies for the platform’s address in your browser’s settings. If you open the platform inside another page, such as SharePoint or Teams, open it in a window of its own.",
        tellUs,
      ],
    },
    account_locked: {
      label: "Account locked",
      reply: [
        "Your account is locked, as happens after several sign-ins with a wrong password.",
        "It opens again by itself after the time shown on the screen, or your administrator can unlock it at once.",
        "If these attempts were not yours, tell me here: we then treat it as a security matter. " + askAdmin,
      ],
    },
    account_disabled: {
      label: "Account disabled",
      reply: [
        "Your account on the platform is disabled. Only your organisation decides who has access, so we cannot enable it ourselves.",
        "Your administrator can enable it again.",
        askAdmin,
      ],
    },
    duplicate_account: {
      label: "Two accounts for one person",
      reply: [
        "There are two accounts with your address, and you may have signed in to the one without your documents.",
        "Tell me here which sign-in you use as a rule: the company’s, or a password of the platform.",
        "Your administrator then decides which one stays; what you did with the other can be kept.",
      ],
    },
    password_reset: {
      label: "Password or its link expired",
      reply: [
        "Your password, or the link to choose a new one, is no longer valid.",
        "On the sign-in page, ask for a new link and open it from the latest message only. If you sign in through your company, the password is your company’s: change it there.",
        tellUs,
      ],
    },
    sms_number_invalid: {
      label: "Phone number cannot receive codes",
      reply: [
        "The number that your codes go to cannot receive them: it is incomplete, not a mobile number, or no longer yours.",
        "If you are still signed in somewhere, correct it in your profile, with its country, as in +44 7700 900123. Otherwise your administrator can.",
        "We never change a number ourselves after a call or a mail, since this is how accounts are stolen. " +
          askAdmin,
      ],
    },
    sms_rate_limited: {
      label: "Too many codes asked for",
      reply: [
        "So many codes were asked for in a short time that sending is paused, to protect your account.",
        "Wait an hour, then ask for one code and use only the latest message. If the sign-in page offers another way, such as an authenticator app, you can use it now.",
        tellUs,
      ],
    },
    sms_sender_unregistered: {
      label: "Sender not registered in the country",
      reply: [
        "Operators in your country now refuse text messages from senders that are not registered there, and this stops our codes. Your phone is not the cause.",
        "Meanwhile use another way that the sign-in page offers: an authenticator app, a passkey, a voice call or a recovery code.",
        "The registration is ours to do, and our messaging team has your report. " + weWrite,
      ],
    },
    sms_filtered: {
      label: "Text message filtered",
      reply: [
        "The message with your code was stopped on its way, by a filter of the operator or of the phone.",
        "Look among unknown senders and blocked messages on your phone, and allow our sender. Then ask for one new code, or use another way that the sign-in page offers.",
        "Tell me here your operator and country if it is stopped again: our messaging team can take it up with them.",
      ],
    },
    sms_handset_unreachable: {
      label: "Phone could not be reached",
      reply: [
        "Your phone could not be reached when the code was sent. It may have been off, without signal, or abroad without roaming.",
        "Turn airplane mode on for ten seconds and off again, check that roaming is on if you are abroad, then ask for one new code. An authenticator app works without any network.",
        tellUs,
      ],
    },
    sms_not_sent: {
      label: "Code was not sent",
      reply: [
        "The platform did not send the code that you asked for. Your phone is not the cause.",
        "If the sign-in page offers another way, use it: an authenticator app, a passkey, a voice call or a recovery code.",
        "Our application team has your report. " + weWrite,
      ],
    },
    sms_delivered_not_seen: {
      label: "Code delivered, not seen",
      reply: [
        "Your operator confirms that the message with the code reached the phone.",
        "Check that the last digits on the sign-in page are those of your phone, then look among unknown senders, junk and blocked messages. Only the latest code is valid.",
        tellUs,
      ],
    },
    sms_not_received: {
      label: "Code not received",
      reply: [
        "Your code does not arrive, and we do not know yet where it stopped.",
        "Check that the last digits on the sign-in page are those of your phone, wait a minute, ask for one new code and use only the latest. If the page offers another way, such as an authenticator app, use it.",
        "If it still does not arrive, tell me here your country and operator. Never send us the code itself.",
      ],
    },
    code_refused: {
      label: "Code refused",
      reply: [
        "Your code is refused. Most often it is not the latest one, or the clock of the phone that makes it is wrong.",
        "For a text message, ask for one new code and type it from the latest message. For an authenticator app, set the phone’s time to automatic and use the next code.",
        tellUs,
      ],
    },
    clock_skew: {
      label: "Device clock is wrong",
      reply: [
        "The clock of your device is wrong, and a sign-in depends on the right time.",
        "In the settings for date and time, choose automatic. If you use codes from an authenticator app, do this on the phone. Then try again with the next code.",
        tellUs,
      ],
    },
    release_regression: {
      label: "Fault after a delivery",
      reply: [
        "Since the latest version of the platform, several people report what you describe. It is a fault on our side.",
        "There is nothing to change on your side. If another way to the same result works for you, use it meanwhile.",
        "Our application team has your report with the technical details. " + weWrite,
      ],
    },
    stale_cache: {
      label: "Browser kept an old version",
      reply: [
        "Your browser still uses files from before the last update of the platform.",
        "Save what you are writing, then reload the page without them: Ctrl+F5 on Windows, Cmd+Shift+R on a Mac. If that is not enough, delete what the browser stored for this one site.",
        tellUs,
      ],
    },
    unsupported_browser: {
      label: "Browser too old",
      reply: [
        "Your browser is older than the versions that the platform is made for, and part of the page does not work in it.",
        "Update it, or use a current Chrome, Edge, Firefox or Safari. On a computer that your company manages, your IT department can do this.",
        tellUs,
      ],
    },
    extension_blocked: {
      label: "Blocked by a browser extension",
      reply: [
        "Something in your browser, most often an extension that blocks advertising or scripts, stops part of the page.",
        "Open the page in a private window, where extensions are usually off. If it works there, allow the platform’s address in the extension.",
        tellUs,
      ],
    },
    network_blocked: {
      label: "Blocked by the network",
      reply: [
        "Your network lets only part of the platform through; a proxy or a firewall is the usual reason. From another network it should work.",
        "Your IT department can allow the platform’s addresses and exempt them from inspection. Until then you can work from another network, if your company allows it.",
        "I can send your IT department the list of addresses: tell me here whom to write to.",
      ],
    },
    app_outdated: {
      label: "Mobile app too old",
      reply: [
        "Your mobile app is older than the versions that we support.",
        "Open it once with a good network and wait until everything is synchronised, then update it from the store or through your company’s device management. Do not delete the app: what is not synchronised yet would be lost.",
        tellUs,
      ],
    },
    offline_storage_full: {
      label: "No space left on the device",
      reply: [
        "Your device has too little space left to store documents for reading offline.",
        "Make room outside the app, for example by removing films or other apps, then open the app and wait until it is synchronised. Do not delete the app: what is not synchronised yet would be lost.",
        tellUs,
      ],
    },
    file_too_large: {
      label: "File too large",
      reply: [
        "The file is larger than the limit that is set for your organisation.",
        "Reduce it, or split it into several files. For a video, a lower resolution is usually enough.",
        "If this file must stay as it is, tell me here its size and what it is for, and I will ask what is possible.",
      ],
    },
    file_refused: {
      label: "File refused",
      reply: [
        "The platform does not take this file: its type is not allowed, it is protected by a password, or the virus check stopped it.",
        "Save it again as a PDF or as a current Office file, without a password, and try once more. If you did not expect a virus check to stop it, show the file to your IT department first.",
        tellUs,
      ],
    },
    download_blocked: {
      label: "Download or window blocked",
      reply: [
        "Your browser, or a policy of your company, blocks the download or the window that the document opens in.",
        "Allow downloads and pop-up windows for the platform’s address. On a computer that your company manages, your IT department decides this.",
        tellUs,
      ],
    },
    document_conversion: {
      label: "Document preview failed",
      reply: [
        "Making the preview of this document failed on our side, or the file itself is damaged. Your browser is not the cause.",
        "If you may download it, the original may open on your computer. Whoever uploaded it can also upload it once more.",
        "Our application team has your report. " + weWrite,
      ],
    },
    permission_error: {
      label: "Right granted, access refused",
      reply: [
        "You have the right to do this, and the platform refused it all the same. This is a fault on our side.",
        "Sign out and in again once: a right that has just been given sometimes counts only then.",
        "Our application team has your report. " + weWrite,
      ],
    },
    permission_missing: {
      label: "Right missing",
      reply: [
        "Your role does not include the right to open this. Your organisation decides who sees what, so we cannot give it ourselves.",
        "Your administrator can add you to the space, the meeting or the group concerned.",
        askAdmin,
      ],
    },
    vote_right_or_window: {
      label: "Vote closed, or no right to vote",
      reply: [
        "This vote is closed, or you are not among those who may take part in it.",
        "The secretary of the meeting can tell you its times and who may vote, and can change both while the rules of the meeting allow it.",
        "If you were entitled to vote and could not in time, tell me here when you tried.",
      ],
    },
    vote_error: {
      label: "Vote failed",
      reply: [
        "Your vote could not be recorded because of an error on our side.",
        "Do not try again and again: tell the secretary of the meeting now, so that the vote can stay open or be taken in the room.",
        "Our application team has your report. Tell me here when the vote closes. " + weWrite,
      ],
    },
    esign_provider_outage: {
      label: "Signature provider failing",
      reply: [
        "The electronic signature service answers with errors at the moment. Your account and your document are not the cause.",
        "Wait before you start the signature again.",
        weWrite,
      ],
    },
    esign_link_expired: {
      label: "Link to sign expired",
      reply: [
        "The link to sign this document has expired.",
        "Whoever asked for the signature can send it again from the document. Then use the link of the latest message.",
        tellUs,
      ],
    },
    notification_undelivered: {
      label: "E-mail not delivered",
      reply: [
        "Our last e-mail to you was not delivered: your mail server refused it, or it was marked as unwanted.",
        "Look in your junk folder. Your IT department can allow our sender’s domain; if your address has changed, your administrator can correct it.",
        "Tell me here once that is done, and I will check that the next one arrives.",
      ],
    },
    notification_not_sent: {
      label: "E-mail was not sent",
      reply: [
        "The platform did not send the e-mail that you expected. Your mailbox is not the cause.",
        "The meeting and its documents can be opened directly on the platform, if they have been published.",
        "Our messaging team has your report. " + weWrite,
      ],
    },
    invite_missing: {
      label: "Not among the participants",
      reply: [
        "You are not on the list of participants of this meeting, so the platform does not show it to you.",
        "The secretary of the meeting can add you.",
        askAdmin,
      ],
    },
    data_migration_gap: {
      label: "Data wrong after migration",
      reply: [
        "What you describe seems to come from the migration of your data to the platform.",
        "Do not correct the entries one by one yet: a correction of all of them together might overwrite yours. Tell me here one or two examples, with the value that you expect.",
        "Our migration team has your report. " + weWrite,
      ],
    },
    export_failed: {
      label: "Export failed",
      reply: [
        "Your export failed on our side.",
        "Try it once more with fewer entries, for example a shorter period or one entity.",
        "Our application team has your report. " + weWrite,
      ],
    },
    search_index_lag: {
      label: "Search is behind",
      reply: [
        "Search on the platform is behind, so that recent items do not appear in it yet. The items themselves are not affected.",
        "Meanwhile open them from their space or their meeting.",
        "Our application team has your report. " + weWrite,
      ],
    },
    camera_mic_denied: {
      label: "Camera or microphone not allowed",
      reply: [
        "Your browser does not let the platform use the camera or the microphone.",
        "Select the icon to the left of the address, allow both, and reload the page. Close other programs that use the camera. If a meeting is under way, joining by phone is the quickest way.",
        tellUs,
      ],
    },
    slow_platform: {
      label: "Platform slow",
      reply: [
        "Several people report that the platform is slow at the moment. Your network is not the cause.",
        "There is nothing to change on your side. The status page carries each update.",
        weWrite,
      ],
    },
    slow_client_network: {
      label: "Slow network on the person’s side",
      reply: [
        "Our measurements show that the connection between you and the platform is slow at the moment.",
        "Try another network, or work without the VPN if your company allows it. Large documents are best opened in the mobile app before the meeting.",
        tellUs,
      ],
    },
    feature_defect: {
      label: "Fault in a feature",
      reply: [
        "What you describe is not how this feature should behave.",
        "Tell me here what you did last, what you expected and what you saw instead. One example is enough.",
        "Our application team looks at it with the technical details of your report. " + weWrite,
      ],
    },
    usage_question: {
      label: "Question about use",
      reply: ["Thank you for your question.", "If anything remains open, ask me here."],
    },
    unknown_major: {
      label: "Everyone blocked, cause unknown",
      reply: [
        "You report that nobody at your organisation can work. We take this as urgent, although we do not know the cause yet.",
        "Tell me here since when, and what exactly appears on the screen. If one person can still work, that is useful to know too.",
        weWrite,
      ],
    },
    unknown: {
      label: "Cause unknown",
      reply: [
        "Thank you for your report. What we have does not tell us the cause yet.",
        "Tell me here what you did, what you expected and what you saw instead, with the exact words on the screen if there are any.",
        "With that I can say what to do, or pass it to the team that can.",
      ],
    },
  },
};
