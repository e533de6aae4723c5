"""Kinds of contract in other languages than English."""

import pytest

from streams.enrich.employment_type import enrich
from tests.builders import make_posting
from tests.unit.streams.enrich.tables import each

TITLES = {
    "full_time": (
        "Elektroniker (m/w/d) in Vollzeit", "Sachbearbeiter (m/w/d) 100 %", "Infirmier temps plein H/F",
        "Enfermera jornada completa", "Asesor Comercial Full Time", "Vendedor - Tempo Integral",
        "Operador de Caixa (Full-time) - Lisboa", "Impiegato amministrativo full time", "Verkoopmedewerker fulltime",
        "Boekhouder (voltijds)", "Java Developer - 40 uur fulltime", "Undersköterska heltid", "Sjuksköterska, 100%",
        "Księgowa - pełny etat", "Magazynier (pełen etat)", "Bogholder, fuldtid", "Regnskapsfører - heltid",
        "Sykepleier 100 % fast stilling", "Bilanzbuchhalter (m/w/d) in Vollzeit (38,5h)",
        "Éducateur spécialisé - Temps complet - CDI", "Cocinero/a jornada completa", "Recepcionista - Full Time (Porto)",
        "Monteur fulltime Rotterdam", "Pracownik produkcji - pełen etat",
    ),
    "part_time": (
        "Verkäufer (m/w/d) in Teilzeit", "Kassierer (m/w/d) auf Minijob-Basis", "Minijob: Reinigungskraft (m/w/d)",
        "Verkäufer (m/w/d) Teilzeit 20 Std./Woche", "Pflegefachfrau 60 %", "Vendeur à temps partiel (H/F)",
        "Auxiliaire de vie - temps partiel", "Dependiente/a a media jornada", "Camarero/a - Jornada parcial",
        "Vendedor Part Time", "Operador de Loja (Part-time)", "Assistente de Loja Meio Período", "Addetto vendite part-time",
        "Segretaria part time 20 ore", "Verkoopmedewerker parttime", "Poetshulp deeltijds", "Bijbaan winkelmedewerker",
        "Butikssäljare deltid", "Butiksmedarbetare 50 %", "Extrajobb i butik", "Timvikarie till förskola",
        "Recepcjonistka - pół etatu", "Sprzedawca 1/2 etatu", "Kasjer - praca dodatkowa", "Butiksassistent, deltid",
        "Rengøringsassistent på deltid", "Butikkmedarbeider deltid", "Renholder 50 % stilling", "Tilkallingsvikar barnehage",
        "Reinigungskraft (m/w/d) Teilzeit / Minijob", "Administrativo/a media jornada mañanas", "Commessa part-time weekend",
        "Butikssäljare deltid Kista", "Timanställd barista", "Ekspedient på deltid i weekenden", "Helsefagarbeider, 75 % fast",
    ),
    None: (
        "Pflegefachkraft (m/w/d) in Vollzeit oder Teilzeit", "Erzieher (m/w/d) Voll-/Teilzeit",
        "Ausbildung zum Mechatroniker (m/w/d) 2026", "Duales Studium Informatik (m/w/d)", "Pflegefachfrau 60-100 %",
        "Développeur Full Stack (H/F) - CDI", "Alternance - Chargé de communication (H/F)", "Apprenti électricien H/F",
        "Contable - contrato indefinido", "Jovem Aprendiz Administrativo", "Analista Financeiro (CLT)",
        "Contabile - tempo indeterminato", "Apprendista magazziniere", "Verzorgende IG 24-32 uur", "Konsult inom redovisning",
        "Trainee IT", "Specjalista ds. kadr (umowa o pracę)", "Elev til kontor", "Lærling i elektrofag",
        "Erzieher*in (m/w/d) in Voll- oder Teilzeit ab sofort", "Kundenberater (m/w/d) unbefristet",
        "Trainer für Praktika und Ausbildung", "Koordinator Freiwilligenarbeit", "CDI - Conseiller clientèle",
        "Responsable d'agence d'intérim", "Chargé de recrutement intérim", "Tuteur de stagiaires", "Técnico/a de selección ETT",
        "Camarero/a fines de semana", "Responsable de buenas prácticas clínicas", "Analista de Contratos",
        "Supervisora de Estágio", "Gerente de Relacionamento PJ", "Impiegato contabile a tempo indeterminato",
        "Tutor di stage e tirocini", "Stagebegeleider MBO", "Verpleegkundige (24-36 uur)", "Vikariesamordnare",
        "Praktiksamordnare", "Specjalista ds. staży i praktyk",
    ),
    "internship": (
        "Praktikum im Marketing (m/w/d)", "Praktikant (m/w/d) Controlling", "Praktikant:in Einkauf",
        "Pflichtpraktikum Software Engineering (w/m/d)", "Stage - Assistant marketing (H/F)", "Stagiaire en communication H/F",
        "Assistant chef de projet - Stage 6 mois", "Prácticas en Marketing Digital", "Becario/a de Recursos Humanos",
        "Practicante de Contabilidad", "Estágio em Engenharia de Software", "Estagiário(a) de Recursos Humanos",
        "Estágio Curricular - Marketing", "Estágio Profissional IEFP", "Stage HR - ufficio Milano",
        "Stagista ufficio marketing", "Tirocinio curriculare - Comunicazione", "Tirocinante area legale", "Stagiair HR",
        "Afstudeerstage Data Science", "Meewerkstage online marketing", "Praktikant inom marknadsföring",
        "Staż w dziale marketingu", "Stażysta / Stażystka w dziale HR", "Praktyki w dziale IT", "Praktykant / Praktykantka",
        "Płatny staż - Inżynier jakości", "Praktikant til marketing", "Praktikplads i kommunikation", "Praktikant i ambassaden",
        "Praktikum Human Resources (all genders) ab Oktober", "Stage 6 mois - Développeur Python (F/H)",
        "Estudiante en prácticas de Marketing", "Programa de Estágio 2026", "Tirocinio extracurriculare - Ufficio Acquisti",
        "HBO Afstudeerstage Finance", "Stagiaire Recruitment", "Praktyki wakacyjne - dział HR",
        "Praktikant søges til kommunikationsafdelingen",
    ),
    "temporary": (
        "Sachbearbeiter (m/w/d) befristet auf 2 Jahre", "Elternzeitvertretung Personalreferent (m/w/d)",
        "Projektmanager (m/w/d) - befristet", "Saisonkraft (m/w/d) Service", "Assistant comptable H/F - CDD 6 mois",
        "Chargé de recrutement (CDD)", "Cariste en intérim (H/F)", "Ouvrier saisonnier H/F",
        "Refuerzo de verano - Socorrista temporada", "Auxiliar de Logística - Temporário", "Addetti alla vendita - stagionale",
        "Impiegata (sostituzione maternità)", "Vakantiekracht magazijn", "Vikarierande lärare i matematik",
        "Receptionist, vikariat", "HR-specialist, föräldravikariat", "Sommarjobb inom hemtjänsten",
        "Semestervikarie undersköterska", "Projektledare, visstid", "Pracownik sezonowy", "Barselsvikar til lønafdelingen",
        "Vikar til børnehave", "Barselsvikariat som HR-konsulent", "Vikar for lærer, 1. klasse", "Vikariat som rådgiver",
        "Sommerjobb i barnehage", "Sommervikar helsefagarbeider", "Mitarbeiter Kundenservice (m/w/d), befristet bis 31.12.",
        "Aide-soignant(e) de nuit CDD", "Operador Logístico Temporário - Natal", "Magazziniere a tempo determinato",
        "Vikariat: specialpedagog", "Sommarvikarier till hemtjänsten 2026", "Barselsvikar søges til økonomi",
        "Vikariat 100 % - pedagogisk leder",
    ),
    "contract": (
        "Freiberuflicher Trainer (m/w/d)", "SAP Berater (m/w/d) auf freiberuflicher Basis", "Consultant SAP Freelance",
        "Designer Freelancer", "Agente di commercio P.IVA", "Consulente informatico in partita IVA", "ZZP Verpleegkundige",
        "Interim Controller (freelance)", "Copywriter - umowa zlecenie", "Grafik - umowa o dzieło",
    ),
}  # fmt: skip
STATED = {
    "full_time": (
        "Vollzeit", "Festanstellung, Vollzeit", "Temps plein", "CDI - Temps plein", "Jornada completa", "Tiempo completo",
        "Tempo integral", "Período integral", "Tempo pieno", "Voltijd", "Fulltime", "Heltid", "Pełny etat", "Fuldtid",
        "Unbefristet, Vollzeit", "À temps plein", "Permanente, tiempo completo", "Efetivo, período integral", "A tempo pieno",
        "Vast, fulltime", "Fast stilling, heltid", "Umowa o pracę, pełny etat", "Full-time / Temps plein",
    ),
    "part_time": (
        "Teilzeit", "Geringfügige Beschäftigung", "Temps partiel", "Medio tiempo", "Jornada parcial", "Tiempo parcial",
        "Meio período", "Tempo parcial", "Tempo parziale", "Deeltijd", "Parttime", "Deltid", "Część etatu", "A tempo parziale",
    ),
    None: (
        "Festanstellung", "Vollzeit, Teilzeit", "CDI", "Alternance", "Contrat d'apprentissage", "Indefinido", "CLT", "Efetivo",
        "Tempo indeterminato", "Vast", "Tillsvidareanställning", "Umowa o pracę", "Fastansættelse", "Fast", "Unbefristet",
        "Contrat à durée indéterminée", "Permanente", "Werkstudent, Teilzeit",
    ),
    "internship": (
        "Praktikum", "Stage", "Prácticas", "Pasantía", "Estágio", "Tirocinio", "Stage / Stagiaire", "Praktikant/in",
        "Trainee-Programm",
    ),
    "contract": (
        "Freie Mitarbeit", "PJ", "Kontrakt B2B", "Umowa zlecenie",
    ),
    "temporary": (
        "Befristet", "CDD", "Intérim", "Temporal", "Temporário", "Tempo determinato", "Tijdelijk", "Uitzendkracht", "Vikariat",
        "Sommarjobb / feriejobb", "Visstidsanställning", "Tidsbegrænset", "Engasjement", "Contrat à durée déterminée",
        "Sezonowa praca tymczasowa",
    ),
}  # fmt: skip
TEXTS = {
    "full_time": (
        "Arbeitszeit: Vollzeit", "Beschäftigungsart: Vollzeit, unbefristet",
        "Wir suchen Sie zum nächstmöglichen Zeitpunkt in Vollzeit als Buchhalter.", "Die Stelle ist in Vollzeit zu besetzen.",
        "Es erwartet dich eine unbefristete Vollzeitstelle in einem wachsenden Unternehmen.", "Vollzeit | Ab sofort | Berlin",
        "Vollzeit, 39 Stunden/Woche", "Type de contrat : CDI, temps plein", "Poste à temps plein basé à Lyon.",
        "Emploi à temps complet (35h).", "Horaire : temps plein", "Tipo de puesto: Tiempo completo",
        "Tipo de jornada: Completa", "Tipo de puesto: Jornada completa, Contrato indefinido",
        "Contrato indefinido a jornada completa.", "Jornada laboral: Tiempo completo", "Vacante de tiempo completo.",
        "Tipo de contrato: Tempo completo", "Tipo de vaga: Efetivo, Tempo integral",
        "Horário: tempo integral, de segunda a sexta-feira", "Trabalho a tempo inteiro.", "Regime: Full-time",
        "Orario di lavoro: full time, dal lunedì al venerdì", "Contratto di lavoro: Tempo pieno, Tempo indeterminato",
        "Disponibilità full time.", "Impegno a tempo pieno.", "Dienstverband: Fulltime", "Soort dienstverband: Voltijds, Vast",
        "Een voltijds contract van onbepaalde duur.", "Een fulltime functie in een hecht team.", "Full-time (38 uur per week)",
        "Anställningsform: Tillsvidare, heltid", "Omfattning: Heltid",
        "Tjänsten är en tillsvidareanställning på heltid med start omgående.", "Sysselsättningsgrad: 100 %",
        "Wymiar pracy: pełny etat", "Zatrudnienie w pełnym wymiarze czasu pracy.", "Umowa o pracę na pełny etat.",
        "Etat: pełny", "Stillingen er på fuld tid, 37 timer om ugen.", "Stillingen er en fuldtidsstilling.",
        "Der er tale om en fuldtidsstilling på 37 timer ugentligt.", "Ansættelsesform: Fuldtid", "Arbejdstid: Fuldtid",
        "Ansettelsesform: Fast, heltid", "Heltid/deltid: Heltid", "Stillingen er fast, 100 %.", "Stillingsprosent: 100 %",
        "Vi søker etter en medarbeider i full stilling.", "Det er en fulltidsstilling.",
        "Wir suchen für unseren Standort Hamburg ab sofort und in Vollzeit einen Lagermitarbeiter (m/w/d).",
        "Anstellungsart: Festanstellung in Vollzeit", "40 Stunden/Woche, Vollzeit, unbefristet",
        "CDI à temps plein à pourvoir dès que possible.", "CDI temps plein, statut cadre", "Durée du travail : temps plein",
        "Contrato indefinido, jornada completa de lunes a viernes.",
        "Tipo de empleo: Tiempo completo, Por tiempo indeterminado", "Jornada completa (40h semanales)",
        "Vaga efetiva, tempo integral, benefícios completos.", "Jornada: tempo integral",
        "Disponibilidade para trabalho em full-time.", "Inserimento con contratto a tempo indeterminato, full time.",
        "Orario: full-time dal lunedì al venerdì 9-18.", "Een fulltime baan (40 uur) bij een stabiele werkgever.",
        "Contracttype: Voltijds - onbepaalde duur", "Tjänsten är en heltidstjänst med tillträde enligt överenskommelse.",
        "Heltid, tillsvidare. Tillträde snarast.", "Oferujemy pracę na pełny etat w godzinach 8-16.",
        "Zatrudnienie na podstawie umowy o pracę w pełnym wymiarze godzin.",
        "Der er tale om en fast fuldtidsstilling med start hurtigst muligt.", "Fast 100% stilling, dagtid", "Omfang: Heltid",
        "Wir suchen Sie in Vollzeit!", "Wöchentliche Arbeitszeit: 38,5 h (Vollzeit)",
        "Nous vous proposons un CDI à temps plein, basé à Bordeaux.",
        "Te ofrecemos: contrato indefinido, jornada completa, 23 días de vacaciones.",
        "O que oferecemos: contrato de trabalho a tempo inteiro e seguro de saúde.",
        "Cosa offriamo: contratto a tempo indeterminato full-time, buoni pasto.",
        "Wat bieden wij? Een fulltime contract, 25 vakantiedagen en pensioen.",
        "Anställningen är en tillsvidareanställning på heltid, 40 timmar per vecka.",
        "Oferujemy: umowę o pracę na pełny etat, prywatną opiekę medyczną.",
        "Stillingen er på 37 timer om ugen (fuldtid) med tiltrædelse 1. maj.",
        "Vi tilbyr 100 % fast stilling med konkurransedyktig lønn.",
    ),
    "part_time": (
        "Anstellungsart: Teilzeit (25 Stunden)",
        "Für unser Team in Köln suchen wir ab sofort in Teilzeit (20-25 Stunden pro Woche) eine Bürokraft.",
        "Wir bieten eine unbefristete Teilzeitstelle mit 50 %.", "Die Anstellung erfolgt auf 538-Euro-Basis.",
        "Poste en CDI à temps partiel, 24h par semaine.", "Tipo de puesto: Media jornada",
        "Jornada parcial de 20 horas semanales.", "Part-time de 20 horas semanais", "Trabalho a tempo parcial, das 9h às 13h.",
        "Orario part time: 24 ore settimanali.", "Werkregime: deeltijds",
        "We zoeken een parttime collega voor 24 uur per week.", "Tjänsten är på deltid, 75 %.", "Sysselsättningsgrad: 50 %",
        "Behovsanställning / timanställning vid behov.", "Wymiar etatu: 1/2", "Praca w niepełnym wymiarze godzin.",
        "Praca na pół etatu, 20 godzin tygodniowo.", "Stillingen er på deltid, 30 timer om ugen.", "Stillingsprosent: 60 %",
        "Deltidsstilling på kveldstid.", "Verstärke unser Team in Teilzeit (30h/Woche) als Office Manager!",
        "Aushilfe auf 556-Euro-Basis gesucht", "Umfang der Stelle: 50 % (Teilzeit)",
        "befristete Teilzeitstelle (20 Std./Woche) bis 31.12.2026", "Contrat : temps partiel 28h/semaine",
        "Trabajo de medio tiempo para estudiantes.", "Jornada: parcial, tardes",
        "Horário part-time (20h semanais), fins de semana.", "Orario di lavoro: part time 24 ore settimanali su turni.",
        "Contratto part-time al mattino.", "Parttime functie voor 16 tot 24 uur.", "Deltid 80 %, dag och kväll",
        "Arbetet är en behovsanställning där du rings in.", "Praca na 3/4 etatu.", "Deltidsstilling 20-25 timer om ugen",
        "Du skal arbejde på deltid i weekenden.", "Ledig 80 % stilling på dag/kveld", "Deltid 20 %, hver tredje helg",
    ),
    "temporary": (
        "Die Stelle ist zunächst auf zwei Jahre befristet.", "Das Arbeitsverhältnis ist bis zum 31.12.2027 befristet.",
        "Es handelt sich um eine befristete Vollzeitstelle.",
        "Wir suchen eine Schwangerschaftsvertretung für unser Sekretariat.", "Type de contrat : CDD de 6 mois",
        "Contrat à durée déterminée de 12 mois.", "Nous proposons un CDD de 8 mois renouvelable.",
        "Mission d'intérim de 3 mois, renouvelable.", "Remplacement de congé maternité de 5 mois.",
        "Contrato temporal de 6 meses con posibilidad de incorporación a plantilla.",
        "Contrato de duración determinada (12 meses).", "Tipo de contrato: De duración determinada",
        "Contrato de sustitución por baja de maternidad.", "Contrato a termo certo de 12 meses.",
        "Contrato de trabalho a termo incerto.", "Contrato temporário de 90 dias, com possibilidade de efetivação.",
        "Si offre contratto a tempo determinato di 6 mesi.", "Tipologia contrattuale: tempo determinato",
        "Contratto di somministrazione di 3 mesi.", "Tijdelijk contract van 6 maanden met uitzicht op vast.",
        "Contract van bepaalde duur.", "Een jaarcontract met intentie tot verlenging.",
        "Het betreft een zwangerschapsvervanging voor 5 maanden.", "Tjänsten är en visstidsanställning på 6 månader.",
        "Tidsbegränsad anställning, 12 månader.", "Allmän visstidsanställning.",
        "Särskild visstidsanställning med möjlighet till förlängning.", "Umowa na czas określony.", "Umowa na zastępstwo.",
        "Praca tymczasowa za pośrednictwem agencji.", "Stillingen er tidsbegrænset til to år.",
        "Der er tale om et barselsvikariat frem til 1. august.", "Engasjement på 12 måneder med mulighet for forlengelse.",
        "Stillingen er midlertidig i 2 år.", "Vertragsart: Befristet (24 Monate)",
        "Die Anstellung ist zunächst auf 12 Monate befristet, eine Übernahme wird angestrebt.",
        "CDD de remplacement jusqu'au 31 août", "Il s'agit d'un CDD de 18 mois à pourvoir immédiatement.",
        "Contrato temporal por sustitución de baja médica.", "Puesto temporal para la campaña de Navidad.",
        "Contrato a termo de 6 meses, com possibilidade de renovação.", "Contrato de trabalho a termo certo (12 meses)",
        "Contratação temporária para cobertura de licença-maternidade.",
        "Contratto iniziale a tempo determinato con possibilità di proroga.",
        "Contratto di somministrazione iniziale di 1 mese più proroghe.",
        "Een tijdelijk contract voor een jaar, met zicht op een vast dienstverband.", "Je werkt op uitzendbasis.",
        "Contract: bepaalde duur", "Detta är ett vikariat från januari till augusti.", "Anställningsform: Visstid, 6 månader",
        "Sommarjobba hos oss 2026! Sommarjobb inom äldreomsorgen.", "Umowa na czas określony w ramach zastępstwa.",
        "Barselsvikariat i 12 måneder", "Stillingen er tidsbegrænset i perioden 1. marts til 31. december.",
        "12 måneders vikariat, mulighet for forlengelse",
    ),
    None: (
        "Wir bieten einen unbefristeten Arbeitsvertrag.", "Wir bieten flexible Teilzeitmodelle und 30 Tage Urlaub.",
        "Die Stelle ist grundsätzlich teilzeitgeeignet.", "Die Stelle kann in Vollzeit oder Teilzeit besetzt werden.",
        "Teilzeit ist möglich.", "Erste Erfahrungen durch Praktika sind von Vorteil.",
        "Du hast ein Praktikum in der Branche absolviert.", "Ein Ferienjob hat dir gezeigt, wie Lager funktioniert.",
        "Du arbeitest eng mit unseren Freelancern zusammen.", "Type d'emploi : CDI", "Contrat à durée indéterminée.",
        "Vous avez déjà effectué un stage dans ce domaine.", "Une première expérience (stage ou alternance) est un plus.",
        "Vous encadrerez les stagiaires de l'équipe.", "Temps plein ou temps partiel, selon vos disponibilités.",
        "Possibilité de temps partiel.", "Ofrecemos contrato indefinido y salario competitivo.",
        "Valoramos experiencia previa, incluidas prácticas.", "Aplicar buenas prácticas de desarrollo de software.",
        "Buenas prácticas de manufactura (BPM).", "Capacidad para trabajar a tiempo.", "Jornada completa o parcial.",
        "Empresa de trabajo temporal líder busca carretillero.", "Contrato sem termo.", "Regime de contratação: CLT",
        "Contratação CLT ou PJ.", "Superior completo ou cursando.", "Desejável experiência prévia em estágio na área.",
        "Si offre contratto a tempo indeterminato.", "Hai maturato esperienza anche tramite stage.",
        "Contratto di apprendistato.", "Disponibilità full time o part time.", "L'annuncio è rivolto a tutte le età.",
        "Inserimento diretto in azienda.", "Fulltime of parttime mogelijk.", "Vast contract na proefperiode.",
        "Contract van onbepaalde duur.", "Je begeleidt stagiairs en nieuwe collega's.", "Je hebt relevante stage-ervaring.",
        "Wij bieden de mogelijkheid om parttime te werken.",
        "Anställningen är tillsvidare och inleds med sex månaders provanställning.",
        "Heltid eller deltid, efter överenskommelse.", "Heltid är normen hos oss.", "Du handleder praktikanter och studenter.",
        "Du har erfarenhet, till exempel från praktik eller extrajobb.", "Rätt till heltid för alla medarbetare.",
        "Oferujemy stabilne zatrudnienie w oparciu o umowę o pracę.", "Umowa o pracę lub kontrakt B2B.",
        "Umowa na czas nieokreślony.", "Staż pracy minimum 3 lata.", "Mile widziane doświadczenie zdobyte podczas praktyk.",
        "Możliwość pracy na część etatu.", "Fuldtid eller deltid efter aftale.", "Vi tilbyder fast ansættelse.",
        "Du har erfaring fra praktik eller studiejob.", "Vi tilbyr fast stilling.", "Heltid eller deltid etter avtale.",
        "Arbeitszeitmodell: Voll- oder Teilzeit", "Vertragsart: Unbefristet",
        "Unsere Trainees durchlaufen ein Praktikum in Asien.", "Teilzeitkräfte sind uns ebenfalls willkommen.",
        "Ob Teilzeit oder Vollzeit, wir finden gemeinsam das passende Modell.",
        "Nach erfolgreichem Praktikum winkt die Festanstellung bei uns? Nein: du startest direkt fest.",
        "CDI - 39h - Statut cadre", "Vous avez une première expérience réussie, stages compris.",
        "Temps plein possible selon profil.", "Nous sommes une agence d'intérim spécialisée dans la santé.",
        "CDD ou CDI selon profil", "Flexibilidad: jornada completa o media jornada.",
        "Experiencia en la implantación de mejores prácticas.", "Experiencia mínima de 2 años a tiempo completo.",
        "Regime de contratação: CLT (Efetivo)", "Contrato de trabalho sem termo.", "Gerenciar carteira de clientes PJ e PF.",
        "Abertura de contas PJ.", "Contratto a tempo determinato o indeterminato in base all'esperienza.",
        "Costituisce titolo preferenziale uno stage in ambito HR.", "P.IVA 01234567890 - Aut. Min. n. 1234",
        "Parttime of fulltime, jij kiest.", "Een contract voor onbepaalde tijd.",
        "Ervaring door stage of bijbaan is mooi meegenomen.", "Tillsvidareanställning som inleds med provanställning",
        "Vi erbjuder både hel- och deltidstjänster.", "Du har fått erfarenhet genom praktik, sommarjobb eller studier.",
        "Umowa o pracę na czas nieokreślony po okresie próbnym.", "Staż pracy na podobnym stanowisku min. 2 lata.",
        "Wdrażanie dobrych praktyk programistycznych.", "Do wyboru: umowa o pracę lub B2B.",
        "Vi kan tilbyde både fuldtid og deltid.", "Fast stilling med gode vilkår.", "Fast stilling med pensjonsordning",
        "Heltid/deltid etter ønske", "Praktikum, Ausbildung, Duales Studium: diese Wege kannst du bei uns gehen.",
        "Wir ermöglichen dir Teilzeit nach der Elternzeit.",
        "Une mutuelle, des tickets restaurant et la possibilité de passer à temps partiel.",
        "Nous accueillons chaque année 20 stagiaires et alternants.", "Estudios a tiempo parcial subvencionados.",
        "Experiência em estágios ou projetos académicos é valorizada.", "Hai svolto almeno un tirocinio in ambito legale.",
        "Naast je fulltime studie heb je tijd voor ons.", "Vi har kollektivavtal och erbjuder heltid till alla som vill.",
        "Studiujesz zaocznie? Możliwość pracy na pół etatu.", "Du har måske haft et studiejob eller været i praktik.",
        "Wir beschäftigen 300 Mitarbeiter in Vollzeit und 50 in Teilzeit.",
        "Unser Team besteht aus Vollzeit- und Teilzeitkräften.", "Du betreust unsere Praktikanten und Werkstudenten.",
        "Praktika im Controlling sind von Vorteil.", "Vergütung für Freiberufler und Agenturen verwalten",
        "Befristete Verträge prüfst du rechtlich.", "Studium in Vollzeit oder berufsbegleitend",
        "Gestion des contrats CDD et CDI", "Vous rédigez les contrats de travail (CDI, CDD, intérim).",
        "Licence obtenue à temps plein", "Vous pilotez les prestataires freelance.",
        "Gestionar contratos temporales y finiquitos.", "Elaboración de contratos indefinidos y temporales",
        "Coordinar las prácticas de los alumnos", "Buenas prácticas de laboratorio (BPL)", "Máster a tiempo completo",
        "Elaborar contratos de estágio e admissões", "Boas práticas de fabrico", "Acompanhar os estagiários da equipa",
        "Gestire contratti a tempo determinato e indeterminato", "Supervisione di stagisti e tirocinanti",
        "Je begeleidt stagiaires in de kliniek.", "Opstellen van contracten voor bepaalde tijd",
        "Fulltime studie of deeltijdopleiding", "Du handleder vikarier och nyanställda.", "Du bokar vikarier vid sjukfrånvaro.",
        "Praktiska erfarenheter är meriterande.", "Sporządzanie umów zlecenia i umów o pracę", "Staż pracy mile widziany",
        "Dobre praktyki projektowe", "Opieka nad praktykantami", "Du vejleder praktikanter og elever.",
        "Indkalde vikarer ved sygdom", "Stort engasjement i faget", "Du har et brennende engasjement for barn.",
    ),
    "internship": (
        "Das Praktikum dauert mindestens drei Monate.",
        "Nous recherchons un stagiaire pour une durée de 6 mois à partir de janvier.",
        "Stage conventionné de 6 mois, gratification selon la législation.", "Type de contrat : Stage",
        "Durée du stage : 4 à 6 mois", "Convenio de prácticas con tu universidad, 6 meses.",
        "Buscamos estudiantes para realizar prácticas remuneradas en nuestro departamento.",
        "Estamos à procura de um estagiário para a nossa equipa.", "Vaga de estágio para estudantes de Administração.",
        "Si offre stage di 6 mesi con rimborso spese.", "Offriamo un tirocinio extracurriculare della durata di 6 mesi.",
        "Wij zoeken een stagiair voor 5 maanden.", "Stageperiode: februari t/m juli",
        "Vi söker en praktikant till vårt kontor i Malmö.", "Zapraszamy na płatne praktyki trwające 3 miesiące.",
        "Oferujemy płatny staż w międzynarodowej firmie.", "Vi søger en praktikant til foråret.",
        "Praktikum (6 Monate) | ab März | Berlin", "Nous recherchons notre futur(e) stagiaire en ressources humaines.",
        "Stage de 6 mois à pourvoir à partir de février 2026.", "Convention de stage obligatoire.",
        "Beca de 6 meses con posibilidad de incorporación.", "Se ofrece convenio de prácticas de 5h diarias.",
        "¿Eres estudiante y buscas tus prácticas curriculares? Únete.", "Bolsa-auxílio: R$ 1.500,00",
        "Oportunidade de estágio na área de dados.", "Stage della durata di 6 mesi con rimborso spese di 800 euro mensili.",
        "Contratto: stage extracurriculare finalizzato all'assunzione.", "Ben jij op zoek naar een uitdagende stage?",
        "Vill du göra din praktik hos oss? Vi söker en praktikant till hösten.", "Program stażowy dla studentów ostatnich lat.",
        "Praktik: Bliv vores nye praktikant i marketing",
    ),
    "contract": (
        "Mission en freelance, 3 jours par semaine.", "Modalidad: Prestación de servicios",
        "Contrato por prestación de servicios.", "Colaboración freelance por proyecto.", "Regime de contratação: PJ",
        "Modelo de contratação: Pessoa Jurídica", "Regime de prestação de serviços (recibos verdes).",
        "Tipo de contrato: Prestador de serviços", "Collaborazione a partita IVA.", "Opdracht op freelance basis.",
        "Rodzaj umowy: umowa zlecenie", "Forma współpracy: B2B", "Es handelt sich um eine freiberufliche Tätigkeit.",
        "Nous travaillons avec des indépendants : mission en freelance.",
        "Modalidad de contratación: honorarios por servicios profesionales", "Contratação PJ, com férias remuneradas.",
        "Si richiede collaborazione in Partita IVA.", "Je werkt als ZZP'er op basis van een opdracht.",
        "Współpraca w oparciu o umowę B2B.", "Umowa zlecenie, elastyczny grafik",
    ),
}  # fmt: skip


def kind(resources, **fields):
    """The kind of a posting, None where it is unknown."""
    found = enrich(make_posting(**({"title": "Acme", "description": "Acme.\n"} | fields)), resources)["employment_type"]
    return found and found.value


@pytest.mark.parametrize(("title", "value"), each(TITLES))
def test_titles_name_a_kind(resources, title, value):
    """A contract for good and an apprenticeship name none, nor does a choice."""
    assert kind(resources, title=title) == value


@pytest.mark.parametrize(("stated", "value"), each(STATED))
def test_fields_name_a_kind(resources, stated, value):
    """As systems of that language show them."""
    assert kind(resources, stated_employment_type=stated) == value


@pytest.mark.parametrize(("sentence", "value"), each(TEXTS))
def test_sentences_name_a_kind(resources, sentence, value):
    """Of what one has done, may choose from, or may have after agreement no kind is told."""
    assert kind(resources, description=f"Acme Acme Acme\n\nAcme acme acme.\n{sentence}\nAcme acme acme.\n") == value


@pytest.mark.parametrize(
    ("stated", "value"),
    [
        ("intern, full-time", "internship"),
        ("INTERNS, FULL TIME", None),
        ("INTERN, FULL TIME", None),
        ("INTERNS, full-time", None),
        ("Deltid, Sommarjobb / feriejobb", "part_time"),
        ("permanent, full-or-part-time", None),
        ("FULL-TIME AND PART-TIME", None),
    ],
)
def test_a_field_may_have_a_time_beside_a_kind(resources, stated, value):
    """Of an internship or work for a time it is another question; of a choice no kind is told."""
    assert kind(resources, stated_employment_type=stated) == value


@pytest.mark.parametrize(
    ("title", "text", "value"),
    [
        ("Stage Marketing & Communicatie", "Wij zoeken een student voor het team.", "internship"),
        ("Stage Marketing", "We look for a painter for the opera.", None),
        ("Stage Manager", "Nous cherchons une personne pour les spectacles.", None),
        ("Painter - Travel 50%", "", None),
        ("Painter, 100% Remote", "", None),
        ("Seller, bonus 20%", "", None),
        ("KYC CDD Analyst", "", None),
    ],
)
def test_words_of_two_languages_need_one(resources, title, text, value):
    """A `stage` is an internship in French, Italian and Dutch ads; a share at the end of a title is that of the week."""
    assert kind(resources, title=title, description=f"Acme.\n{text}\n") == value
