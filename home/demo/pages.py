"""The words of the demo's plain pages."""

from dataclasses import dataclass

from guidance.demo.building import Part, callout, checklist, doubt, heading, steps, text


@dataclass(frozen=True, slots=True)
class PlainPage:
    """A plain page to create."""

    slug: str
    title: str
    lede: str
    body: tuple[Part, ...]
    is_in_footer: bool = True
    footer_column: str = "site"
    shows_contact: bool = False


ABOUT = PlainPage(
    slug="about",
    title="About the hub",
    lede="One place for people who want peer support, give it, or set it up.",
    is_in_footer=False,
    body=(
        heading("What is peer support?"),
        text(
            "<p>It is help from someone who has been there. Peer workers have lived through arrest, court, prison or "
            "a community sentence themselves.</p>"
        ),
        heading("What can you do here?"),
        text(
            '<ul><li><a href="/find/">Find a service</a>, and see who it is for and what to ask.</li>'
            '<li><a href="/guidance/">Read how to set up peer support</a>, one stage at a time.</li>'
            '<li><a href="/stories/">Read what others did</a>.</li>'
            '<li><a href="/enquiries/new/">Send an enquiry</a> for someone else or for yourself.</li></ul>'
        ),
        heading("What is real?"),
        text(
            "<p>This is a demonstration. It shows what such a hub can do. Nobody runs it for people who need help "
            "today.</p>"
            "<p><b>Real:</b> the services and organisations without the mark “Example”, as public texts told of them "
            "some years ago. So are the numbers of 999, NHS 111, Samaritans and Breathing Space.</p>"
            "<p><b>Invented:</b> everything marked “Example”, and telephone numbers and e-mail addresses that say "
            "“example”. Nobody answers them.</p>"
            "<p><b>Worked out by us:</b> what a text only suggests, such as some of the needs and places that a "
            "service is listed under. No service has confirmed its listing.</p>"
        ),
        callout(
            "Do not rely on this demonstration",
            "<p>Do not send an enquiry about a real person: it may reach nobody. If you need help, use the numbers at "
            "the end of every page.</p>",
        ),
        heading("Where do the facts come from?"),
        text(
            "<p>The guidance, the stories and the listings that are real rest on five public texts:</p>"
            "<ul><li>an article about Sacro’s Lived Experience Peer Support Service in Glasgow</li>"
            "<li>the peer support part of NHS England’s liaison and diversion specification</li>"
            "<li>an article about the Positive Outcomes Project in Glasgow</li>"
            "<li>an article about the Prison Recovery Coordinator in Glasgow</li>"
            "<li>a leaflet on the peer support model of Women into Work, a SOVA-led project</li></ul>"
            "<p>We took facts and figures from them and wrote every sentence afresh. What people said is put in our "
            "words, and we say so. We added advice of our own to the guides. We left out one person’s story, because "
            "its text records no consent.</p>"
        ),
        heading("What do we do when a source is unclear?"),
        text(
            "<p>We publish what is certain and put an editor’s note beside it. We do not mend broken text by "
            "guessing. A number that we worked out says so.</p>"
        ),
        heading("What do we not do?"),
        text(
            "<p>We do not tell one person’s story until an editor has recorded why we may. The editor must also say "
            "what was changed. We never ask what someone did.</p>"
        ),
    ),
)

ACCESSIBILITY = PlainPage(
    slug="accessibility",
    title="Accessibility",
    lede="Everyone should be able to use this site. Here is what we do, and what we have not done yet.",
    body=(
        heading("What should work"),
        checklist(
            "You should be able to",
            "use every page with a keyboard alone",
            "use every page without JavaScript",
            "make text four times as large without losing any",
            "use your own colours, and a screen reader",
            "print every guide",
        ),
        heading("How we test"),
        text(
            "<p>We aim to meet the Web Content Accessibility Guidelines, version 2.2, at level AA. Software checks "
            "our pages for common faults. We also look at them at phone and desk size.</p>"
        ),
        heading("What is not done yet"),
        text(
            "<p>No outside expert has tested the site. People who use screen readers every day have not tried it for "
            "us. Films are on other sites, and may lack captions there.</p>"
        ),
        heading("Tell us what does not work"),
        text('<p><a href="/contact-us/">Write to us</a> and say which page, and what you use to read it.</p>'),
    ),
)

PRIVACY = PlainPage(
    slug="privacy",
    title="Privacy",
    lede="What we keep about you, who can see it, and what we never collect.",
    body=(
        heading("When you read or search"),
        text(
            "<p>We do not ask who you are. We load nothing from other sites, and we do not follow you around. Our "
            "logs leave out what you type.</p>"
        ),
        heading("When you say who it is for"),
        text(
            "<p>You can say a person’s age, where they are and the like, so that each service answers. That is kept "
            "in your browser for 30 minutes, sealed so that only this site can read it. We store none of it. It shows "
            "in no address. “Leave this site” and “Forget this” delete it at once. So does sending an enquiry.</p>"
        ),
        heading("When you send an enquiry"),
        text(
            "<p>We keep what you write, because a person has to read it. We encrypt your words and your contact "
            "details before we store them.</p>"
            "<p>Some answers are not encrypted, so that we can count them. They are who sends, what help is needed, "
            "where the person is, and the first half of a postcode. We throw the second half away.</p>"
            "<p>Moderators and their leads can open an enquiry. Each time, we write down who did it and when. Editors "
            "cannot open one. Nor can site administrators, unless they hold every right there is: then that is "
            "written down too.</p>"
            "<p>E-mails about an enquiry carry its reference only.</p>"
        ),
        callout(
            "Please leave out what someone did",
            "<p>We do not need it, and we never ask for it. Write only what helps someone to help.</p>",
        ),
        heading("How long do we keep it?"),
        text(
            "<p>Twelve months after an enquiry is closed, names, contact details and words are deleted. What is left "
            "counts enquiries and names nobody.</p>"
        ),
        heading("Cookies"),
        text(
            "<p>A form sets one cookie that protects it from misuse. After you send an enquiry, another shows you the "
            "receipt for an hour. If you say who you search for, one keeps that for 30 minutes, sealed. If you save "
            "services to a list, one keeps which. Staff get one when they sign in. "
            "We set no others.</p>"
        ),
        heading("When a search finds nothing"),
        text(
            "<p>We count it for that day in a form that nobody can read. We keep its words only when they were "
            "searched for on three different days, to see what is missing. We leave out anything with a digit, such "
            "as a postcode or a phone number. Words that tell of danger or distress are never counted. Staff can "
            "delete words that may name someone. Nothing about you is kept with it.</p>"
        ),
        heading("On a shared phone or computer"),
        text(
            "<p>“Leave this site” takes you to another page quickly. It deletes the receipt of an enquiry and what "
            "you said about a person. Back then shows nothing you typed, unless JavaScript is off.</p>"
            "<p>It does not clear the browser’s history. That still says that this site was open. A list of services "
            "stays until the browser is closed.</p>"
        ),
        heading("What can you ask for?"),
        text(
            "<p>You can ask what we hold about you, ask us to correct it, or ask us to delete it. "
            '<a href="/contact-us/">Write to us</a> and give your reference if you have one.</p>'
        ),
        doubt("<p>This is a demonstration. Whoever runs the hub must add their name and their legal basis.</p>"),
    ),
)

LISTINGS = PlainPage(
    slug="how-listings-are-checked",
    title="How listings are checked",
    lede="A listing is only as good as its last check. So every listing shows when that was.",
    body=(
        heading("What does “checked” mean?"),
        text(
            "<p>Someone asked the service, and the service said the facts are right. The listing shows the day, and "
            "with whom we spoke if they agree.</p>"
        ),
        heading("How often?"),
        text(
            "<p>A check counts for six months. After that we no longer say if a service takes referrals. The listing "
            "says “Not confirmed” until someone has checked it again.</p>"
        ),
        heading("What if something is not known?"),
        text("<p>Then the listing says so, or says what to ask. We do not fill a gap with a guess.</p>"),
        heading("How to correct a listing"),
        steps(
            ("Write to us", "Say which listing, what is wrong and how you know."),
            ("We ask the service", "Nothing changes on one person’s word alone."),
            ("We change it and note the day", "The check starts again from there."),
        ),
        text('<p><a href="/contact-us/">Contact us</a> about a listing.</p>'),
        callout(
            "In this demonstration",
            "<p>Facts come from five public texts. The newest date on them is November 2022. No service has checked "
            'its listing. Read <a href="/about/#what-is-real">what is real</a>.</p>',
        ),
    ),
)

CONTACT = PlainPage(
    slug="contact-us",
    title="Contact us",
    lede="Tell us what is wrong, what is missing, or what helped.",
    shows_contact=True,
    body=(
        callout(
            "Is it urgent?",
            "<p>Nobody reads messages at night or at weekends. In danger, call 999. To talk, call Samaritans on "
            "116 123.</p>",
        ),
        doubt("<p>This is a demonstration: the address below is an example, and nobody reads what is sent to it.</p>"),
        heading("About a person"),
        text(
            '<p>Please do not send it by e-mail. <a href="/enquiries/new/">Send an enquiry</a>: what you write there '
            "is encrypted.</p>"
        ),
        heading("About this site or a listing"),
        text("<p>Say which page you mean. We use your address to reply and for nothing else.</p>"),
    ),
)

FAMILIES = PlainPage(
    slug="help-for-families",
    title="Help for families and friends",
    footer_column="help",
    lede="Someone close to you has been arrested, is in prison, or is on a sentence. You can ask for help for them, "
    "and for yourself.",
    body=(
        heading("Find help for them"),
        text(
            "<p>Start with where they are now. Where it is known, a listing says who can ask: sometimes you, "
            "sometimes only a professional such as a social worker.</p>"
            '<ul><li><a href="/find/?setting=police-custody">They are in police custody</a></li>'
            '<li><a href="/find/?setting=court">They are going to court</a></li>'
            '<li><a href="/find/?setting=prison">They are in prison</a></li>'
            '<li><a href="/release/">They are coming out soon</a></li>'
            '<li><a href="/find/?setting=community-sentence">They are on a community sentence</a></li></ul>'
        ),
        heading("Find help for you"),
        text(
            '<p><a href="/find/?need=family">See services that help with family life</a>. Some of them are for the '
            "person, not for relatives: read who each is for. To talk to someone today, Samaritans listen at any time "
            "on 116 123.</p>"
        ),
        heading("Not sure which? Ask us"),
        steps(
            ("Talk to them first, if you can", "A service can only help someone who wants it."),
            ("Send an enquiry", "Say that you are a relative or a friend, and how it is safe to reach you."),
            ("A person reads it", "They look for a service that fits and write back to you."),
        ),
        text('<p><a href="/enquiries/new/">Send an enquiry</a></p>'),
        callout(
            "Please leave out what they did",
            "<p>We never ask for it. Write only what helps someone to help.</p>",
        ),
    ),
)

PAGES = (FAMILIES, ABOUT, ACCESSIBILITY, PRIVACY, LISTINGS, CONTACT)
