"""JazzHR: what a row of its table is."""

from scrapers.sources import jazzhr


def test_a_section_of_the_table_is_the_department_of_its_rows() -> None:
    """It stands above them, once; a row's own goes before."""
    page = """<table id="jobs_table"><tr class="resumator_department_heading"><td colspan="3">Kitchen</td></tr>
        <tr><td><a class="job_title_link" href="/apply/jobs/details/a1">Baker</a></td><td>Akron, OH</td></tr>
        <tr><td><a class="job_title_link" href="/apply/jobs/details/a2">Cook</a>
        <span class="resumator_department">Grill</span></td><td>Akron, OH</td></tr>
        <tr class="resumator_department_heading"><td colspan="3">Sales</td></tr>
        <tr><td><a class="job_title_link" href="/apply/jobs/details/a3">Clerk</a></td><td>Akron, OH</td></tr></table>"""

    rows = jazzhr.read_page(jazzhr.first_page("acme"), page).postings
    assert [(row["id"], row["department"]) for row in rows] == [("a1", "Kitchen"), ("a2", "Grill"), ("a3", "Sales")]
