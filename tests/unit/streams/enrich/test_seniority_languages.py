"""Levels in titles in other languages than English."""

import pytest

from streams.enrich.seniority import enrich
from tests.builders import make_posting

TITLES = {
    "junior": (
        "Junior Softwareentwickler (m/w/d)", "Berufseinsteiger (m/w/d) Consulting", "Développeur junior H/F",
        "Auditeur débutant accepté", "Ingénieur jeune diplômé H/F", "Desarrollador junior", "Analista Jr",
        "Desenvolvedor Júnior", "Analista de RH Jr.", "Sviluppatore Junior", "Neolaureato ingegneria", "Junior boekhouder",
        "Junior utvecklare", "Młodszy księgowy", "Młodsza specjalistka ds. płac", "Młodszy programista Java", "Junior udvikler",
        "Juniorutvikler", "Juniorconsultant", "Desarrollador Jr.", "Advogado Júnior", "Neolaureati in economia",
        "Młodsza księgowa", "Junior systemutvikler",
    ),
    "senior": (
        "Senior Buchhalter (m/w/d)", "Comptable senior (H/F)", "Développeur PHP expérimenté", "Contador Senior", "Analista Sr.",
        "Engenheiro de Software Sênior", "Engenheiro de Software Sénior", "Analista de Sistemas Sr", "Contabile senior",
        "Senior consultant", "Senior systemutvecklare", "Seniora backendutvecklare", "Starszy specjalista ds. sprzedaży",
        "Starsza księgowa", "Seniorkonsulent", "Senior projektleder", "Seniorrådgiver økonomi", "Senioringeniør",
        "Senior-Projektmanager:in Digital", "Consultant SI sénior", "Analista de Dados Sênior", "Ervaren monteur",
        "Senior ekonom", "Erfaren backendutvecklare", "Starszy inżynier jakości", "Seniorkonsulent i Erhvervsstyrelsen",
        "Seniorrådgiver/rådgiver",
    ),
    "lead": (
        "Teamleiter (m/w/d) Vertrieb", "Teamleitung Kundenservice (m/w/d)", "Gruppenleiter Konstruktion (m/w/d)",
        "Chef d'équipe production (H/F)", "Responsable d'équipe support", "Lead développeur", "Jefe de equipo", "Líder técnico",
        "Líder de Equipe", "Chefe de Equipa", "Capo squadra", "Responsabile di team", "Teamleider logistiek",
        "Teamleidster zorg", "Teamledare kundtjänst", "Gruppchef IT", "Kierownik zespołu", "Lider zespołu",
        "Teamleder til lager", "Gruppeleder", "Teamleder kundesenter", "Teamleiter:in Buchhaltung", "Chef d'équipe logistique",
        "Líder de equipo de ventas", "Teamleider zorg", "Teamledare lager", "Kierownik zespołu sprzedaży",
        "Teamleder i kundeservice",
    ),
    None: (
        "Abteilungsleiter Einkauf (m/w/d)", "Projektleiter (m/w/d)", "Filialleiter (m/w/d)", "Bauleiter Hochbau",
        "Vorstand Finanzen (m/w/d)", "Leitung Personalabteilung", "Wir suchen einen Elektroniker mit Leitungserfahrung",
        "Leiterplattenentwickler (m/w/d)", "Seniorenbetreuer (m/w/d)", "Pflegehelfer im Seniorenheim",
        "Betreuungskraft Senioren", "Assistante de direction", "Assistant du directeur commercial", "Chef de projet digital",
        "Chef de partie", "Directeur de restaurant", "Analista SSR", "Jefe de almacén", "Asistente de Dirección",
        "Asistente del director", "Gerente de tienda", "Coordinador de equipo", "Auxiliar de residencia de mayores",
        "Desenvolvedor Java Pl", "Coordenador Pedagógico", "Assistente de Direção", "Assistente do Diretor", "Gerente de Loja",
        "Consultor SAP Pleno/Sênior", "Caporeparto", "Assistente di direzione", "Direttore lavori", "Capo treno",
        "Afdelingshoofd verkoop", "Directiesecretaresse", "Managementassistent directie", "Starter accountancy",
        "Projectleider bouw", "Ploegbaas", "Avdelningschef ekonomi", "Enhetschef hemtjänst", "Sektionschef drift",
        "Arbetsledare bygg", "Projektledare", "VD-assistent", "Assistent till VD", "Aktivitetsledare för seniorer",
        "Biträdande enhetschef", "Kierownik działu sprzedaży", "Brygadzista", "Asystentka dyrektora", "Kierownik projektu",
        "Opiekun osób starszych", "Afdelingsleder i børnehus", "Sektionsleder", "Projektleder", "Direktionssekretær",
        "Avdelingsleder barnehage", "Seksjonsleder", "Daglig leder", "Prosjektleder", "Assistenz der Geschäftsführung",
        "Persönliche Assistentin des Geschäftsführers", "Bauleiter (m/w/d) Tiefbau", "Marktleiter (m/w/d)",
        "Pflegefachkraft Seniorenzentrum", "Directeur d'agence bancaire", "Assistante du directeur général",
        "Secrétaire de direction", "Directeur de restaurant H/F", "Aide-soignant résidence senior",
        "Asistente de la Directora de Operaciones", "Director de tienda", "Jefe de obra", "Assistente da Diretora",
        "Coordenador de Vendas", "Direttore di cantiere", "Assistente del direttore commerciale", "Assistent van de directeur",
        "Seniorboendet söker kock", "Asystent dyrektora zarządzającego", "Kierownik budowy", "Opiekun seniora",
        "Assistent til direktøren", "Butikksjef",
    ),
    "director": (
        "Bereichsleiter Finanzen (m/w/d)", "Direktor Vertrieb (m/w/d)", "Leiter Controlling (m/w/d)",
        "Directeur commercial H/F", "Directrice marketing", "Director/a de Marketing", "Directora Financiera",
        "Diretor Comercial", "Diretora de Marketing", "Direttore commerciale", "Direttrice risorse umane", "Hoofd Financiën",
        "Directeur Operations", "Direktör för samhällsbyggnad", "Dyrektor finansowy", "Dyrektor ds. sprzedaży",
        "Direktør for salg", "Direktør for helse", "Leiterin Unternehmenskommunikation", "Directrice des ressources humaines",
        "Directora de Operaciones", "Diretora Financeira", "Direttore marketing", "Directeur bedrijfsvoering",
        "Dyrektor ds. marketingu", "Direktør til kulturhus",
    ),
    "executive": (
        "Geschäftsführer (m/w/d)", "Kaufmännischer Geschäftsführer", "Directeur général H/F", "Directrice générale", "PDG",
        "Director General", "Gerente General", "Diretor Geral", "Diretor Executivo", "Direttore generale",
        "Amministratore delegato", "Algemeen directeur", "Verkställande direktör", "VD till växande bolag", "Prezes zarządu",
        "Dyrektor generalny", "Administrerende direktør", "Adm. direktør", "Geschäftsführerin Pflege",
        "Directeur général adjoint", "Amministratore Delegato", "VD för fastighetsbolag",
    ),
    "intern": (
        "Praktikant (m/w/d) Marketing", "Praktikum Produktion", "Stagiaire RH", "Becario/a de marketing",
        "Prácticas - Área legal", "Practicante de ingeniería", "Estágio em Direito", "Estagiário de Contabilidade",
        "Stage Ufficio Acquisti", "Stagista HR", "Tirocinante amministrazione", "Stagiair communicatie", "Praktikant marknad",
        "Stażysta w dziale prawnym", "Praktykant", "Praktikant", "Ausbildung zur Kauffrau für Büromanagement",
        "Duales Studium BWL", "Apprenti boulanger", "Becaria Marketing", "Estagiária de Direito", "Tirocinio area HR",
        "Stagiair marketing", "Praktykant w dziale IT",
    ),
    "mid": (
        "Développeur confirmé", "Desarrollador semi senior", "Analista Financeiro Pleno", "Medior developer",
        "Medior .NET ontwikkelaar", "Développeur React confirmé (H/F)", "Programador Semi-Senior", "Analista Contábil Pleno",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("title", "value"), [(title, value) for value, titles in TITLES.items() for title in titles])
def test_titles_name_a_level(resources, title, value):
    """Neither who assists a director nor who runs a shop or a building site has one."""
    found = enrich(make_posting(title=title, description="Acme.\n"), resources)["seniority"]
    assert (found and found.value) == value


def test_a_stage_is_an_internship_in_its_languages(resources):
    """In French, Italian and Dutch ads."""
    of_dutch = enrich(make_posting(title="Stage finance", description="Wij zoeken een student voor het team."), resources)
    of_english = enrich(make_posting(title="Stage finance", description="We look for a student."), resources)
    assert of_dutch["seniority"].value == "intern"
    assert of_english["seniority"] is None
