"""Work modes in other languages than English."""

import pytest

from schemas.posting import Location
from streams.enrich.work_mode import enrich
from tests.builders import make_posting
from tests.unit.streams.enrich.tables import each

TEXTS = {
    "remote": (
        "100 % Homeoffice deutschlandweit möglich", "Du arbeitest zu 100 % remote.", "Möglichkeit zum mobilen Arbeiten",
        "Flexible Arbeitszeiten und Homeoffice-Möglichkeit", "Arbeitsort: Homeoffice", "Die Stelle ist vollständig remote.",
        "Remote-Arbeit innerhalb Deutschlands", "Poste en full remote.", "Télétravail complet", "Télétravail : 100 %",
        "Possibilité de télétravail", "Lieu du poste : À distance", "Trabajo 100% remoto", "Modalidad: Remoto",
        "Modalidad de trabajo: 100% remota", "Posibilidad de teletrabajo", "Trabajo remoto desde cualquier lugar de España.",
        "Lugar de trabajo: remoto", "Puedes trabajar desde casa el 100 % del tiempo.", "Trabalho 100% remoto",
        "Vaga 100% home office", "Modelo de trabalho: Remoto", "Regime de teletrabalho", "Possibilidade de teletrabalho",
        "Trabalho remoto a partir de qualquer lugar do Brasil.", "Atuação remota.", "Lavoro 100% da remoto", "Full remote",
        "Possibilità di lavorare completamente da remoto.", "Possibilità di smart working", "Modalità di lavoro: da remoto",
        "Telelavoro", "Je werkt volledig op afstand.", "100% thuiswerken", "Werken op afstand",
        "Mogelijkheid om thuis te werken", "Thuiswerk", "Tjänsten är helt på distans.",
        "Du arbetar på distans från valfri ort i Sverige.", "Arbetet sker på distans.", "Möjlighet till distansarbete",
        "Du har möjlighet att delvis arbeta hemifrån.", "Arbetsplats: Distans", "Praca w 100% zdalna", "Praca zdalna",
        "Tryb pracy: zdalny", "Możliwość pracy zdalnej", "Możliwość pracy w pełni zdalnej.",
        "Praca całkowicie zdalna z dowolnego miejsca w Polsce.", "Forma pracy: zdalna", "Du arbejder 100 % hjemmefra.",
        "Fuld fjernarbejde", "Mulighed for hjemmearbejde", "100 % hjemmekontor", "Mulighet for hjemmekontor",
        "Du kan jobbe hjemmefra hele uken.", "Diese Position ist 100% remote innerhalb Deutschlands.",
        "Wir bieten die Möglichkeit, im Homeoffice zu arbeiten.", "Arbeiten Sie bequem von zu Hause aus.",
        "Ce poste est ouvert en full remote depuis la France.",
        "Vous travaillez depuis chez vous, où que vous soyez en France.", "Ofrecemos 100% teletrabajo.",
        "Posición totalmente remota para residentes en México.", "Trabaja desde donde quieras.",
        "Atuação 100% remota, com encontros trimestrais.", "Vaga para atuar em home office.", "Si offre lavoro full remote.",
        "Possibilità di lavorare al 100% da remoto.", "Deze functie is volledig remote uit te voeren.",
        "Je hebt de mogelijkheid om vanuit huis te werken.", "Rollen är 100 % remote och du kan bo var du vill i Sverige.",
        "Oferujemy pracę zdalną w 100%.", "Możliwość pracy zdalnej lub hybrydowej", "Stillingen kan varetages 100 % hjemmefra.",
        "Stillingen kan utføres 100 % fra hjemmekontor.", "Du kannst von überall in Deutschland arbeiten, zu 100 % remote.",
        "Poste 100% télétravail, réunions d'équipe trimestrielles à Lyon.",
        "Buscamos a alguien para trabajar 100% en remoto desde España.", "A vaga é totalmente remota.",
        "La posizione è completamente da remoto.", "Je kunt deze functie volledig vanuit huis uitvoeren.",
        "Du jobbar helt på distans men träffar teamet fyra gånger per år.",
        "Pracujesz w 100% zdalnie z dowolnego miejsca w Polsce.",
    ),
    "hybrid": (
        "Arbeitsmodell: Hybrid", "Bis zu 3 Tage Homeoffice pro Woche",
        "Du kannst an zwei Tagen pro Woche im Homeoffice arbeiten.", "60 % Homeoffice nach der Einarbeitung",
        "Hybrides Arbeiten: 2 Tage im Büro, 3 Tage im Home-Office.", "Wir arbeiten hybrid, mit mindestens zwei Tagen im Büro.",
        "Teilweise Homeoffice", "Arbeitsort: München / teilweise Homeoffice", "Télétravail 2 jours par semaine",
        "2 jours de télétravail par semaine après période d'intégration.", "Jusqu'à 3 jours de télétravail par semaine.",
        "Télétravail partiel", "Travail hybride : 3 jours au bureau, 2 jours à distance.", "Mode de travail : hybride",
        "Lieu du poste : Télétravail hybride à 75001 Paris", "Rythme : 3 jours de présence au bureau par semaine",
        "Télétravail : 2 à 3 jours / semaine", "Accord de télétravail (2 jours par semaine)",
        "Modalidad híbrida: 3 días en oficina y 2 en casa.", "Modelo híbrido con 2 días de teletrabajo a la semana.",
        "Trabajo híbrido", "2 días de teletrabajo por semana", "Teletrabajo parcial",
        "Ubicación del trabajo: Teletrabajo híbrido en 28001 Madrid", "Modelo de trabalho: Híbrido",
        "Modelo híbrido, 2 vezes por semana no escritório.", "Regime híbrido (3 dias no escritório e 2 em casa).",
        "Teletrabalho 2 dias por semana", "Formato de trabalho híbrido.", "Modalità di lavoro: ibrida",
        "Lavoro ibrido: 3 giorni in ufficio e 2 in smart working.", "Smart working 2 giorni a settimana",
        "Fino a 3 giorni di smart working a settimana.", "Modalità ibrida (2 gg in sede)", "Smart working parziale",
        "Hybride werken: 2 dagen thuis, 3 dagen op kantoor.", "Je werkt twee dagen per week thuis.", "Hybride functie",
        "Je werkt hybride vanuit ons kantoor in Utrecht.", "Werkmodel: hybride", "Deels thuiswerken",
        "Thuiswerken: 2 dagen per week", "Je kunt maximaal 3 dagen per week vanuit huis werken.", "Flexibel hybride werken",
        "Möjlighet att arbeta på distans två dagar i veckan.", "Vi tillämpar hybridarbete, med tre dagar på kontoret.",
        "Du kan arbeta hemifrån upp till 2 dagar per vecka.", "Vi arbetar hybrid med minst tre dagar på kontoret.",
        "Hybridarbete", "Delvis distansarbete", "Upp till 50 % distansarbete", "Tryb pracy: hybrydowy",
        "Praca hybrydowa - 2 dni w biurze, 3 dni zdalnie.", "Możliwość pracy zdalnej 2 dni w tygodniu.",
        "Model pracy hybrydowej", "Hybrydowy model pracy", "Częściowa praca zdalna", "Praca częściowo zdalna",
        "Mulighed for hjemmearbejde 2 dage om ugen.", "Du kan arbejde hjemmefra to dage om ugen.",
        "Hybridarbejde med 3 dage på kontoret", "Vi har en hybrid arbejdsmodel.", "Hjemmearbejde op til 2 dage om ugen",
        "Hjemmekontor to dager i uken", "Mulighet for hjemmekontor inntil 2 dager i uken",
        "Hybrid arbeidshverdag med tre dager på kontoret", "Hjemmekontor: Hybrid",
        "Du arbeitest flexibel: zwei Tage im Büro, den Rest von zu Hause.",
        "Mobiles Arbeiten an bis zu drei Tagen pro Woche ist bei uns selbstverständlich.",
        "Ein hybrides Arbeitsmodell mit 50 % Homeoffice-Anteil", "Homeoffice: bis zu 2 Tage/Woche",
        "Arbeitsort: Hybrid (Berlin)", "Poste basé à Nantes avec 2 jours de télétravail hebdomadaires.",
        "Le télétravail est possible à hauteur de deux jours par semaine.", "Télétravail jusqu'à 3j/semaine",
        "Organisation du travail : hybride (60 % sur site)", "Mode hybride (3 jours sur site / 2 jours à distance)",
        "Modalidad híbrida, 2 días presenciales en nuestra oficina de Polanco.", "Esquema híbrido (3x2)",
        "Teletrabajo: 3 días por semana", "Trabajo híbrido: lunes y viernes desde casa.",
        "Modelo híbrido: 3x por semana presencial no escritório da Faria Lima.",
        "Possibilidade de trabalho híbrido após o período experimental.", "Regime de trabalho híbrido",
        "È previsto lo smart working per 2 giorni alla settimana.", "Modalità di lavoro ibrida con 3 giorni in presenza.",
        "Lavoro agile 2/3 giorni a settimana", "Je werkt 3 dagen op kantoor en 2 dagen thuis.",
        "Hybride werken: combineer thuiswerken met kantoordagen in Rotterdam.", "Tot 2 dagen per week thuiswerken",
        "Vi har en flexibel hybridmodell där du jobbar hemma två dagar i veckan.",
        "Du arbetar minst tre dagar i veckan på plats på kontoret.",
        "Möjlighet till distansarbete upp till två dagar i veckan.", "Distansarbete: 40 %",
        "Praca w trybie hybrydowym (2 razy w tygodniu z biura).", "Praca hybrydowa: 3 dni z biura",
        "Home office 2 dni w tygodniu", "Du har mulighed for at arbejde hjemmefra 1-2 dage om ugen.",
        "Hybridarbejde: 3 dage på kontoret", "Fleksibel arbeidshverdag med inntil to dager hjemmekontor i uken.",
        "Mulighet for delvis hjemmekontor", "Wir arbeiten in einem hybriden Modell: drei Tage Büro, zwei Tage Homeoffice.",
        "Flexibles Arbeiten (bis zu 50 % mobiles Arbeiten)",
        "Nous proposons jusqu'à deux jours de télétravail par semaine et des horaires flexibles.",
        "Se trabaja en modalidad híbrida: martes y jueves en la oficina.",
        "Trabalhamos em modelo híbrido, com dois dias presenciais por semana.",
        "Lavoriamo in modalità ibrida, con due giorni di smart working a settimana.",
        "We werken hybride: minimaal twee dagen op kantoor in Den Haag.",
        "Vi jobbar hybrid och ses på kontoret minst två dagar i veckan.",
        "Pracujemy hybrydowo, 2 dni w tygodniu spotykamy się w biurze.",
        "Vi arbejder hybridt med mulighed for to ugentlige hjemmearbejdsdage.",
        "Vi tilbyr fleksibel arbeidstid og hjemmekontor inntil to dager per uke.",
    ),
    None: (
        "Homeoffice nach Absprache möglich.", "Unser Büro liegt mitten in Berlin.", "Sie betreuen unsere Kunden vor Ort.",
        "Du hilfst den Kollegen im Homeoffice bei IT-Problemen.", "100 % télétravail possible partout en France.",
        "Télétravail possible", "Formation en présentiel ou à distance selon les sessions.",
        "Vous gérez l'infrastructure de télétravail de nos clients.", "Notre siège est situé à Nantes.",
        "Vous intervenez sur site chez nos clients.", "Soporte remoto a usuarios y clientes.",
        "Atención presencial y telefónica al cliente.", "Clases presenciales en horario de tarde.",
        "Coordinación de equipos remotos.", "Ubicación: Barcelona, cerca del metro.",
        "Suporte remoto e presencial aos usuários.", "Auxílio home office.", "Atendimento presencial ao público.",
        "Sede di lavoro: Milano", "Assistenza da remoto ai clienti.", "Formazione in presenza e a distanza.",
        "Assistenza tecnica on site presso clienti.", "Volledig thuiswerken is mogelijk.",
        "Een gezellig kantoor met gratis lunch.", "Je bezoekt klanten op locatie.", "Je krijgt een thuiswerkvergoeding.",
        "Elke vrijdag borrel op kantoor.", "Vi har ett kontor på plats i Kista.", "Utbildningen ges på distans.",
        "Du ger support på plats och på distans.", "Vårt kontor ligger centralt.", "Zdalne wsparcie użytkowników.",
        "Nowoczesne biuro w centrum Warszawy.", "Szkolenia stacjonarne i online.", "Zdalna rekrutacja.",
        "Vi har en frokostordning på kontoret.", "Du yder fjernsupport til brugere.", "Vi har moderne kontorer i Oslo sentrum.",
        "Du drifter løsninger for hjemmekontor.", "Wir statten Ihr Homeoffice mit modernster Technik aus.",
        "Die Bewerbungsgespräche finden remote statt.", "Kundentermine vor Ort und remote gehören dazu.",
        "Accompagner les managers dans la mise en place du télétravail.",
        "Animation de formations en présentiel et en distanciel.", "Brindar soporte presencial y remoto a los usuarios.",
        "Experiencia liderando equipos en remoto.", "Se valorará experiencia en venta presencial.",
        "Disponibilidade para reuniões presenciais mensais.", "Auxílio home office de R$ 100",
        "Gestione degli accessi da remoto.", "Interventi in sede cliente e da remoto.",
        "Een thuiswerkvergoeding van € 2,35 per dag", "Je lost storingen op afstand op.",
        "Lunch op kantoor en elke maand een borrel.", "Vi håller introduktionen på plats i Stockholm.",
        "Zdalny onboarding i szkolenia online.", "Vi spiser frokost sammen på kontoret.",
        "Du supporterer kollegaer på hjemmearbejde.", "Vi tilbyr utstyr til hjemmekontor.",
        "Benefits: Obstkorb, Jobrad, Homeoffice-Zuschuss", "Ihr Arbeitsplatz befindet sich in unserer Zentrale in Hannover.",
        "Remote-Unterstützung unserer Kunden per Telefon", "Vous animez des ateliers en présentiel.",
        "Une prime de télétravail est versée chaque mois.", "Impartir formación presencial y online.",
        "Teletrabajo: sistemas VPN y soporte a usuarios.", "Aulas presenciais aos sábados.",
        "Supporto da remoto e on site ai clienti.", "Gezellige sfeer op kantoor", "Möjlighet att studera på distans",
        "Szkolenie stacjonarne w Warszawie", "Sie koordinieren die Zusammenarbeit mit Kollegen im Homeoffice.",
        "Administration der Homeoffice-Arbeitsplätze (VPN, Citrix)", "Beratung unserer Kunden vor Ort und per Videokonferenz",
        "Regelmäßige Schulungen, vor Ort oder online", "Du installierst Anlagen vor Ort beim Kunden.",
        "Wir sind vor Ort in 12 Ländern.", "Entwicklung hybrider Apps", "Vente à distance de produits bancaires",
        "Vous assurez le support à distance des utilisateurs.", "Vous managez une équipe en télétravail.",
        "Garantir la qualité de la relation client à distance.", "Permis B exigé, déplacements sur site client",
        "Intervention sur site et à distance", "Inscription à distance possible", "Monitoreo remoto de instalaciones",
        "Atención al público presencial y telefónica", "Participar en reuniones presenciales y virtuales",
        "Experiencia en equipos de trabajo remoto", "Diseño de motores híbridos", "Entrevista presencial en nuestras oficinas",
        "Formación inicial presencial de una semana", "Prestar suporte remoto e presencial",
        "Participar de eventos presenciais", "Gestão de equipes remotas", "Graduação presencial ou EAD",
        "Seu home office equipado? Não é necessário.", "Assistenza da remoto e presso il cliente",
        "La sede è vicina alla metro.", "Gestione della sede di Roma", "Colloquio da remoto con il team",
        "Sviluppo di soluzioni di smart working", "Je helpt klanten op afstand en op locatie.",
        "We hebben een mooi kantoor en een tuin.", "Thuiswinkel Waarborg", "Een goede balans tussen werk en thuis",
        "Du ger support på plats hos kund.", "Utbildning på plats i Malmö ingår.", "Vi har gym på plats.",
        "Du leder team på distans.", "Zdalna obsługa klientów", "Udział w spotkaniach w biurze klienta",
        "Nowe biuro od stycznia", "Wdrażanie rozwiązań do pracy zdalnej", "Du supporterer brugere, der arbejder hjemmefra.",
        "Vi holder møder på kontoret hver mandag.", "Sosiale aktiviteter på kontoret", "Drift av løsninger for hjemmekontor",
    ),
    "onsite": (
        "Die Tätigkeit ist nicht für Homeoffice geeignet.", "Arbeitsort: vor Ort in Stuttgart",
        "Präsenz vor Ort ist erforderlich.", "Kein Homeoffice möglich.", "Poste en présentiel.", "100 % présentiel",
        "Pas de télétravail possible.", "Lieu du poste : En présentiel", "Modalidad: Presencial",
        "Trabajo presencial en nuestras oficinas de Madrid.", "100% presencial",
        "Modalidad de trabajo: presencial, lunes a viernes", "Puesto presencial.", "Lugar de trabajo: Empleo presencial",
        "Modelo de trabalho: Presencial", "Regime presencial em Lisboa.", "Local de trabalho: presencial",
        "Atuação 100% presencial.", "Vaga presencial.", "Modalità di lavoro: in sede", "Lavoro in presenza",
        "Modalità: in presenza", "Sede di lavoro: In presenza", "È richiesta la presenza in sede.", "Attività full on site",
        "Je werkt op kantoor in Amsterdam.", "Werklocatie: op locatie", "Je werkt 5 dagen per week op kantoor.",
        "Thuiswerken is niet mogelijk.", "Arbetet utförs på plats i Uppsala.",
        "Tjänsten är på plats på vårt kontor i Göteborg.", "Distansarbete är inte möjligt.",
        "Tjänsten kräver närvaro på plats.", "Tryb pracy: stacjonarny", "Praca stacjonarna w Krakowie.",
        "Praca stacjonarna w biurze", "Miejsce pracy: biuro, praca stacjonarna", "Stillingen kræver fysisk fremmøde.",
        "Arbejdet foregår på kontoret i Aarhus.", "Du skal møde fysisk på vores kontor i København.",
        "Stillingen krever fysisk oppmøte.", "Arbeidssted: Kun på kontoret", "Hjemmekontor: Ikke mulig",
        "Die Stelle erfordert Ihre Anwesenheit vor Ort an fünf Tagen pro Woche.",
        "Ce poste s'exerce exclusivement en présentiel.", "Poste 100% présentiel au sein de notre magasin de Lille.",
        "Modalidad de trabajo 100% presencial en zona sur.", "Lugar de trabajo: Presencial en Bogotá",
        "Trabalho presencial, de segunda a sexta, em Barueri.", "Regime de trabalho: Presencial",
        "La posizione prevede presenza in sede dal lunedì al venerdì.", "Luogo di lavoro: in presenza",
        "Deze functie is volledig op kantoor.", "Arbetet kräver att du är på plats.",
        "Tjänsten är placerad i Lund och utförs på plats.", "Praca w biurze w centrum Wrocławia.", "Forma pracy: stacjonarna",
        "Arbejdsstedet er vores kontor i Odense med fysisk fremmøde alle dage.", "Oppmøtested: Kun på kontoret",
        "Arbeitsort ist vor Ort in unserem Werk in Kassel.", "Poste uniquement en présentiel à Strasbourg",
        "El puesto es 100% presencial en nuestras instalaciones de Getafe.", "O trabalho é presencial em Curitiba.",
        "La posizione è in sede a Bologna.", "Het betreft een functie op kantoor, thuiswerken is niet mogelijk.",
        "Arbetet sker på plats på vårt kontor i Solna.", "Praca stacjonarna w naszym biurze w Poznaniu.",
        "Arbejdet foregår primært på kontoret i Vejle.", "Arbeidet utføres på kontoret i Bergen.",
    ),
}  # fmt: skip
TITLES = {
    "remote": (
        "Softwareentwickler (m/w/d) - Remote", "Kundenberater (m/w/d) im Homeoffice",
        "Sachbearbeiter (m/w/d) 100 % Home-Office", "Développeur Backend - Full remote", "Développeur PHP (télétravail 100 %)",
        "Téléconseiller en télétravail", "Desarrollador Java - 100% remoto", "Agente de atención al cliente - Teletrabajo",
        "Diseñador UX (remoto)", "Desenvolvedor Front-end (Remoto)", "Engenheiro de Dados - 100% remoto",
        "Sviluppatore PHP - full remote", "Operatore call center da remoto", "Sviluppatore Java (da remoto)",
        "Klantadviseur (thuiswerk)", "Developer - volledig remote", "Systemutvecklare (distans)",
        "Kundtjänstmedarbetare på distans", "Säljare, 100 % distans", "Programista Java (zdalnie)",
        "Konsultant telefoniczny - praca zdalna", "Frontend Developer - 100% zdalnie", "Softwareudvikler (fjernarbejde)",
        "Kundeservicemedarbejder - hjemmearbejde", "Utvikler (hjemmekontor)",
        "Vertriebsmitarbeiter Innendienst (m/w/d) remote / Homeoffice", "Analista de Suporte Jr | Remoto",
        "Tester oprogramowania (praca w 100% zdalna)", "IT-Recruiter (m/w/d) | 100% Remote", "Rédacteur web en télétravail",
        "Ingénieur DevOps - Full remote France", "Programador Backend Java (Remoto 100%)",
        "Desenvolvedor(a) Pleno | Remoto | Brasil", "Customer care da remoto", "Virtual assistant (thuiswerk)",
        "Copywriter på distans", "Opiekun klienta (zdalnie)", "Bogholder hjemmearbejde", "Kundebehandler - hjemmekontor",
    ),
    "hybrid": (
        "Java Entwickler (m/w/d) hybrid", "Chef de projet - hybride", "Contador Senior (híbrido)",
        "Analista Contábil Pleno (Híbrido)", "Consulente SAP - ibrido", "Recruiter (hybride)", "Utvecklare - hybrid",
        "Księgowy (hybrydowo)", "Chargé de clientèle (télétravail partiel)", "Desenvolvedor Back-end Sênior | Híbrido (SP)",
        "Impiegato contabile (ibrido)", "Data-analist | Hybride | Eindhoven", "Controller (m/w/d) – Hybrid, Köln",
        "Comptable H/F - 2 jours de télétravail", "Data Engineer - Híbrido Barcelona", "HR specialist - ibrido Milano",
        "Business analist hybride Utrecht", "UX-designer, hybrid Stockholm", "Analityk danych - praca hybrydowa Kraków",
    ),
    "onsite": (
        "Soporte Técnico - Presencial", "Técnico de Informática - Presencial", "Contabile - in sede",
        "Specjalista IT - praca stacjonarna", "Analista Funcional - Presencial Madrid",
        "Estágio em Engenharia - Presencial (SP)",
    ),
    None: (
        "Customer Success Manager (m/w/d) - Remote möglich in DACH", "Servicetechniker (m/w/d) Remote Support",
        "Formateur présentiel Excel", "Technicien véhicules hybrides", "Técnico de soporte remoto",
        "Mecânico de veículos híbridos", "Meccanico auto ibride",
    ),
}  # fmt: skip
PLACES = {
    "remote": (
        "Homeoffice", "Deutschland (remote)", "Télétravail", "France (télétravail)", "Remoto", "Remoto, España", "Teletrabajo",
        "Brasil (Remoto)", "Italia (da remoto)", "Nederland (thuiswerken)", "Distans", "Sverige (distans)", "Zdalnie",
        "Polska (zdalnie)",
    ),
    "hybrid": (
        "Berlin, Hybrid", "Paris (hybride)", "Madrid (híbrido)", "São Paulo, Híbrido", "Warszawa (hybrydowo)",
    ),
}  # fmt: skip
STATED = {
    "remote": (
        "Homeoffice", "Télétravail complet", "À distance", "Remoto", "Teletrabajo", "Da remoto", "Op afstand", "Distans",
        "På distans", "Zdalnie", "Praca zdalna", "Hjemmearbejde", "Hjemmekontor", "100% Homeoffice", "Télétravail total",
        "A distancia", "Thuiswerken",
    ),
    "hybrid": (
        "Hybrid", "Hybride", "Télétravail partiel", "Híbrido", "Ibrido", "Hybrydowo", "Teilweise Homeoffice",
        "Télétravail ponctuel/partiel", "Semipresencial", "Praca hybrydowa",
    ),
    "onsite": (
        "Vor Ort", "Präsenz", "Sur site", "Présentiel", "Presencial", "In sede", "Op locatie", "Op kantoor", "På plats",
        "Stacjonarnie", "På stedet", "Sur place", "In presenza", "På kontoret",
    ),
}  # fmt: skip


def mode(resources, **fields):
    """The mode of a posting, None where it is unknown."""
    found = enrich(make_posting(**({"title": "Acme", "description": "Acme.\n", "locations": []} | fields)), resources)[
        "work_mode"
    ]
    return found and found.value


@pytest.mark.parametrize(("title", "value"), each(TITLES))
def test_titles_name_a_mode(resources, title, value):
    """As they stand behind a dash, a bar or in brackets."""
    assert mode(resources, title=title) == value


@pytest.mark.parametrize(("stated", "value"), each(STATED))
def test_fields_name_a_mode(resources, stated, value):
    """As systems of that language show them."""
    assert mode(resources, stated_work_mode=stated) == value


@pytest.mark.parametrize(("place", "value"), each(PLACES))
def test_places_name_a_mode(resources, place, value):
    """Beside a country or a city, or instead of one."""
    assert mode(resources, locations=[Location(raw=place)]) == value


@pytest.mark.parametrize(("sentence", "value"), each(TEXTS))
def test_sentences_state_a_mode(resources, sentence, value):
    """Days of the week, shares and refusals do; courses, allowances, support and what is only possible do not."""
    assert mode(resources, description=f"Acme Acme Acme\n\nAcme acme acme.\n{sentence}\nAcme acme acme.\n") == value


@pytest.mark.parametrize(
    "sentence",
    [
        "Sie haben Erfahrung im Homeoffice gesammelt.",
        "Experiencia en trabajar en remoto con equipos.",
        "Wir haben die Option einer teilweisen Home-Office Möglichkeit.",
        "Bis zu 100 % Homeoffice nach Absprache",
        "Work schedule: 4 days per week (on-site)",
    ],
)
def test_what_is_not_the_jobs_states_none(resources, sentence):
    """What one has done, and an option of an option."""
    found = mode(resources, description=f"Acme Acme Acme\n\nAcme acme acme.\n{sentence}\n")
    assert found == ("onsite" if "on-site" in sentence else None)
