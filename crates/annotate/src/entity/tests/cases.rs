//! Cases by line: a text, and what should come out. `|` begins a new paragraph.
//!
//! An entity is written as `kind name [role] = mention; mention`, entities in the order of their first mention and separated
//! by ` / `. Kinds: `p` person, `o` organisation, `l` place, `?` untold. Mentions in their order; `=` and what follows are
//! left out if the name is the only mention.

/// A text and its entities.
type Case = (&'static str, &'static str);

#[rustfmt::skip]
pub(super) const CASES: &[Case] = &[
    // Titles and roles in front.
    ("Norwegian President Inga Strand left.", "p Inga Strand [Norwegian President]"),
    ("Later Mr Holm left with Mrs. Strand.", "p Holm / p Strand"),
    ("There former Prime Minister Ivar Holm spoke.", "p Ivar Holm [former Prime Minister]"),
    ("There acting mayor Kari Lund spoke.", "p Kari Lund [acting mayor]"),
    ("There then-governor Kari Lund spoke.", "p Kari Lund [then-governor]"),
    ("A letter to police chief Ivar Holm was lost.", "p Ivar Holm [police chief]"),
    ("It was Sen. Kari Lund who asked.", "p Kari Lund [Sen.]"),
    ("The boat of Dr. Ivar Holm sank.", "p Ivar Holm [Dr.]"),
    ("They met General Strand there.", "p Strand [General]"),
    ("They met Major Strand there.", "p Strand [Major]"),
    ("It was denied by spokesman Jon Lie.", "p Jon Lie [spokesman]"),
    ("There Fisheries Ministry spokesman Jonas Eide spoke.", "o Fisheries Ministry / p Jonas Eide [Fisheries Ministry spokesman]"),
    ("There Deputy Foreign Minister Ada Berg spoke.", "p Ada Berg [Deputy Foreign Minister]"),
    ("There Secretary of State Inga Strand spoke.", "p Inga Strand [Secretary of State]"),
    ("There Queen Ada and Prince Ivar spoke.", "p Ada [Queen] / p Ivar [Prince]"),
    ("There Pope Ivar spoke.", "p Ivar [Pope]"),
    // Beside the name.
    ("Inga Strand, the harbour master, left.", "p Inga Strand [harbour master]"),
    ("The harbour master, Inga Strand, left.", "p Inga Strand [harbour master]"),
    ("Inga Strand, 51, a spokeswoman for the port, left.", "p Inga Strand [spokeswoman for the port]"),
    ("Inga Strand, president of the Ada B. Holm Fund, left.", "p Inga Strand [president of the Ada B. Holm Fund] / o Ada B. Holm Fund"),
    ("Inga Strand, who left, wept.", "p Inga Strand"),
    ("They met Kari Lund, Mayor Ivar Holm and others.", "p Kari Lund / p Ivar Holm [Mayor]"),
    // Parts of names.
    ("He met J. K. Berg there.", "p J. K. Berg"),
    ("He met Ana de la Cruz there.", "p Ana de la Cruz"),
    ("He met Jan van der Berg there.", "p Jan van der Berg"),
    ("He met Omar bin Rahim there.", "p Omar bin Rahim"),
    ("He met Sean O'Neill and Anne-Marie Holm there.", "p Sean O'Neill / p Anne-Marie Holm"),
    ("He met Park Jung-ho there.", "p Park Jung-ho"),
    ("He met Ivar Holm III there.", "p Ivar Holm III"),
    ("It was Inga Strand’s boat.", "p Inga Strand"),
    // Surnames and given names.
    ("Inga Strand left. Strand's boat sank. Later Strand wept.", "p Inga Strand = Inga Strand; Strand; Strand"),
    ("At noon Strand left. It was Inga Strand's boat.", "p Inga Strand = Strand; Inga Strand"),
    ("Inga Strand left. Later Mrs Strand wept.", "p Inga Strand = Inga Strand; Strand"),
    ("Inga M. Strand left. Then Inga Strand wept.", "p Inga M. Strand = Inga M. Strand; Inga Strand"),
    ("They met Maria Strand. Later Maria left.", "p Maria Strand = Maria Strand; Maria"),
    ("He saw Omar al-Rahim there. Then al-Rahim left, and Rahim too.", "p Omar al-Rahim = Omar al-Rahim; al-Rahim; Rahim"),
    ("They met Ana de la Cruz. Then De la Cruz left.", "p Ana de la Cruz = Ana de la Cruz; De la Cruz"),
    ("They met Ada Berg-Strand there. Then Berg-Strand left.", "p Ada Berg-Strand = Ada Berg-Strand; Berg-Strand"),
    ("President Inga Strand left. Later President Strand wept.", "p Inga Strand [President] = Inga Strand; Strand"),
    ("They met Ivar Holm Jr. there. Later Holm left.", "p Ivar Holm Jr = Ivar Holm Jr; Holm"),
    // Two people of one surname.
    ("They met Ivar Holm and Kari Holm. Later Mr Holm left.", "p Ivar Holm = Ivar Holm; Holm / p Kari Holm"),
    ("They met James Holm and Mary Holm. Later Mr Holm left.", "p James Holm = James Holm; Holm / p Mary Holm"),
    ("They met James Holm and Mary Holm. Later Mrs Holm left.", "p James Holm / p Mary Holm = Mary Holm; Holm"),
    ("They met James Holm and Mary Holm. Later Mary left.", "p James Holm / p Mary Holm = Mary Holm; Mary"),
    ("They met James Holm.||They met Paul Holm. Later Holm left.", "p James Holm / p Paul Holm = Paul Holm; Holm"),
    ("They met James Holm and Paul Holm. Later Holm left.", "p James Holm / p Paul Holm / ? Holm"),
    ("They met James Holm and James Holm Jr. there. Later Holm left.", "p James Holm = James Holm; Holm / p James Holm Jr"),
    ("They met James Holm and James Holm Jr. there. Later Holm Jr. left.", "p James Holm / p James Holm Jr = James Holm Jr; Holm Jr"),
    ("They met Mary and James Holm. Later Mary left.", "p Mary Holm = Mary; Mary / p James Holm"),
    ("They met Mary Holm. Mary Lund left. Later Mary wept.", "p Mary Holm / p Mary Lund / ? Mary"),
    ("They met Mary Holm. Mr Holm left. Later Holm wept.", "p Mary Holm / p Holm = Holm; Holm"),
    ("Mayor Mary Holm met President Holm. Later Holm wept.", "p Mary Holm [Mayor] / p Holm [President] = Holm; Holm"),
    ("They met James Holm Jr. there. President Holm wept. Later Holm left.", "p James Holm Jr / p Holm [President] = Holm; Holm"),
    // Acronyms.
    ("The United Nations met. The U.N. left and the UN wept.", "o United Nations = United Nations; U.N.; UN"),
    ("The Coastal Rescue Service (CRS) came. The CRS left.", "o Coastal Rescue Service = Coastal Rescue Service; CRS; CRS"),
    ("The CRS (Coastal Rescue Service) came. The CRS left.", "o Coastal Rescue Service = CRS; Coastal Rescue Service; CRS"),
    ("The Food and Water Agency (FWA) came. The FWA left.", "o Food and Water Agency = Food and Water Agency; FWA; FWA"),
    ("The Bureau of Coast and Sea (BCS) came. The BCS left.", "o Bureau of Coast and Sea = Bureau of Coast and Sea; BCS; BCS"),
    ("They called Friends of the Sea (FOS). Then FOS left.", "o Friends of the Sea = Friends of the Sea; FOS; FOS"),
    ("He led the Harbour Pilots Union. Then the HPU split.", "o Harbour Pilots Union = Harbour Pilots Union; HPU"),
    ("The Coastal Rescue Service (founded in 1990) came.", "o Coastal Rescue Service"),
    // Organisations.
    ("The Ministry of Health said so.", "o Ministry of Health"),
    ("The Justice Department and King County objected.", "o Justice Department / l King County"),
    ("The University of North Holm closed.", "o University of North Holm"),
    ("It was bought by Holm & Sons yesterday.", "o Holm & Sons"),
    ("The Department of Health and Human Services agreed.", "o Department of Health and Human Services"),
    ("It asked the Food and Drug Administration to wait.", "o Food and Drug Administration"),
    ("The Norwegian Foreign Ministry left. Later the Foreign Ministry wept.", "o Norwegian Foreign Ministry = Norwegian Foreign Ministry; Foreign Ministry"),
    ("He told the Beacon that it sank.", "o Beacon"),
    ("The letter that Dagens Havn has seen is short.", "o Dagens Havn"),
    ("It belongs to Vardal Shipping, which owns the ship.", "o Vardal Shipping"),
    ("It was up to Congress to decide.", "o Congress"),
    ("They sat in Parliament until noon.", "o Parliament"),
    // Places.
    ("The ferry sank in Holmsund near Port Alma.", "l Holmsund / l Port Alma"),
    ("He lives on Harbour Street.", "l Harbour Street"),
    ("It sailed for Norway and Chile.", "l Norway / l Chile"),
    ("It came by way of New York and Los Angeles.", "l New York / l Los Angeles"),
    ("It was asked of Holmsund's mayor and of Tarn's government.", "l Holmsund / l Tarn"),
    ("A Holmsund-based firm left.", "l Holmsund"),
    ("Norway grows.", "l Norway"),
    ("It was denied by Norway's ambassador.", "l Norway"),
    // What is no name.
    ("Critics say so. Meanwhile, Norwegian sailors left on Monday in June.", ""),
    ("Boats left. The boats sank.", ""),
    ("However, nobody came. Speaking there, he wept.", ""),
    ("The Norwegian-Chilean talks failed.", ""),
    ("It was what Republican senators and Muslims asked for.", ""),
    ("Coast Republicans met on Oct. 12.", ""),
    ("They saw it under @IngaStrand there.", ""),
    ("The Prime Minister left.", ""),
    ("They read it. SEVERAL OPEN QUESTIONS They left.", ""),
    ("The Finns and the Danes left.", ""),
    // Roles that stand for people.
    ("Mayor Inga Strand left. Later the mayor wept.", "p Inga Strand [Mayor] = Inga Strand; the mayor"),
    ("Inga Strand, the harbour master, left. The harbour master wept.", "p Inga Strand [harbour master] = Inga Strand; The harbour master"),
    ("Norwegian President Inga Strand left. Later the Norwegian president wept.", "p Inga Strand [Norwegian President] = Inga Strand; the Norwegian president"),
    ("Norwegian President Inga Strand left. Later the Chilean president wept.", "p Inga Strand [Norwegian President]"),
    ("Mayor Inga Strand met Mayor Ivar Holm. The mayor wept.", "p Inga Strand [Mayor] / p Ivar Holm [Mayor]"),
    ("Finance Minister Inga Strand met Fisheries Minister Ivar Holm. The finance minister wept.", "p Inga Strand [Finance Minister] = Inga Strand; The finance minister / p Ivar Holm [Fisheries Minister]"),
    ("Former mayor Inga Strand left. The mayor wept.", "p Inga Strand [Former mayor]"),
    ("The mayor wept. Then Mayor Inga Strand left.", "p Inga Strand [Mayor]"),
    ("Mayor Inga Strand left. The mayor of Holmsund wept.", "p Inga Strand [Mayor] / l Holmsund"),
    ("They met sailor Inga Strand and journalist Ivar Holm. The journalist wept.", "p Inga Strand / p Ivar Holm [journalist]"),
    // Nouns that stand for bodies and places.
    ("The Justice Department left. Later the department wept.", "o Justice Department = Justice Department; the department"),
    ("The Justice Department met the Labour Department. The department wept.", "o Justice Department / o Labour Department"),
    ("It belongs to Vardal Shipping. The company wept.", "o Vardal Shipping = Vardal Shipping; The company"),
    ("It belongs to Vardal Shipping and Holm Motors. The company wept.", "o Vardal Shipping / o Holm Motors"),
    ("It was cold in Chicago. The city wept.", "l Chicago = Chicago; The city"),
    ("It was cold in Chicago and in Boston. The city wept.", "l Chicago / l Boston"),
    ("It was cold in Norway. The country wept.", "l Norway = Norway; The country"),
    // Pronouns.
    ("Mary Strand left. She wept.", "p Mary Strand = Mary Strand; She"),
    ("Mr Strand left. He wept, and his boat sank.", "p Strand = Strand; He; his"),
    ("Mary Strand left. He wept.", "p Mary Strand"),
    ("Mary Strand met James Holm. She wept and he left.", "p Mary Strand = Mary Strand; She / p James Holm = James Holm; he"),
    ("Mary Strand met Ann Holm. She wept.", "p Mary Strand / p Ann Holm"),
    ("Mary Strand met a woman. She wept.", "p Mary Strand"),
    ("Mary Strand left. It rained. She wept.", "p Mary Strand = Mary Strand; She"),
    ("Mr Strand left. \"He lied,\" she said.", "p Strand"),
    ("Spokeswoman Robin Strand left. She wept.", "p Robin Strand [Spokeswoman] = Robin Strand; She"),
    // A form of address or a given name says more than a role, and of a role only the noun says it.
    ("German Chancellor Mary Strand left. He wept.", "p Mary Strand [German Chancellor]"),
    ("German Chancellor Mary Strand left. She wept.", "p Mary Strand [German Chancellor] = Mary Strand; She"),
    ("German Chancellor Robin Strand left. He wept.", "p Robin Strand [German Chancellor]"),
    ("Human resources director Robin Strand left. He wept.", "p Robin Strand [Human resources director]"),
    ("Chairman Robin Strand left. He wept.", "p Robin Strand [Chairman] = Robin Strand; He"),
    ("Chairman Mary Strand left. She wept.", "p Mary Strand [Chairman] = Mary Strand; She"),
    ("Chairman Mary Strand left. He wept.", "p Mary Strand [Chairman]"),
    // Names that end like adjectives of nations.
    ("Mary Petrosian left. Later Petrosian wept.", "p Mary Petrosian = Mary Petrosian; Petrosian"),
    ("Mr Petrosian left. Later Petrosian wept.", "p Petrosian = Petrosian; Petrosian"),
    ("Vazgen Petrosian, a harbour master, left. Later Petrosian wept.", "p Vazgen Petrosian [harbour master] = Vazgen Petrosian; Petrosian"),
    ("Mary Petrosian left. They saw a Petrosian flag.", "p Mary Petrosian"),
    ("They saw a Petrosian flag.", ""),
    ("Mary Russian sailors met left. Later Russian and Republican sailors wept.", "p Mary Russian"),
    ("Brian Strand left. Later Brian wept.", "p Brian Strand = Brian Strand; Brian"),
    ("Mary Fabian left. Later Fabian wept.", "p Mary Fabian = Mary Fabian; Fabian"),
    ("They saw an English, an Irish and a Georgian flag.", ""),
    ("They met Norwegian and Chinese sailors and many Georgians.", ""),
    ("Mr Strand left. She saw him.", "p Strand = Strand; him"),
    ("Mary Strand left. Each took his or her boat.", "p Mary Strand"),
    ("The Department of Justice and FBI left.", "o Department of Justice / o FBI"),
    // Headlines and case.
    ("Strand Warns Sailors After Ferry Disaster Near Holm||Inga Strand warned them.", "p Inga Strand = Strand; Inga Strand"),
    ("MARY SMITH WARNED SAILORS IN NORWAY AFTER THE FERRY DISASTER. SMITH LEFT.", "p MARY SMITH = MARY SMITH; SMITH / l NORWAY"),
    ("mary smith warned sailors in norway after the ferry disaster. mr holm left with smith.", "p mary smith = mary smith; smith / l norway / p holm"),
];

/// Cases that come out wrong: a text, what should come out, and what does.
#[rustfmt::skip]
pub(super) const KNOWN_FAILURES: &[(&str, &str, &str)] = &[
    // A name that begins its only sentence, is in no table and is followed by no cue looks like any word.
    ("Holmsund grows.", "l Holmsund", ""),
    // Without evidence around it the kind of a single name cannot be told.
    ("Then came Vardal.", "p Vardal", "? Vardal"),
    // Two bodies joined by `and` look like one with two fields.
    ("It was up to Holm and Sons to decide.", "o Holm and Sons", "l Holm / ? Sons"),
    // A list inside a name.
    ("The Bureau of Boats, Nets and Sails closed.", "o Bureau of Boats, Nets and Sails", "o Bureau of Boats / ? Nets / ? Sails"),
    // A surname that two people have, and one without a full name: that they are people is not seen.
    ("Holm and Lund left. Then James Holm and Paul Holm wept.", "p Holm / p Lund / p James Holm / p Paul Holm", "? Holm / ? Lund / p James Holm / p Paul Holm"),
    // An adjective that is in no table of nations.
    ("They saw a Holmer flag.", "", "? Holmer"),
];
