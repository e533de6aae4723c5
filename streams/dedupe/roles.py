"""Which kind of work a word speaks of: "back-end", "iOS", "nurse". Frozen with the reading verifier."""

_KINDS = {
    "front": "front frontend ui", "back": "back backend", "stack": "stack fullstack", "ios": "ios iphone swift",
    "android": "android kotlin", "mobile": "mobile", "ops": "devops sre reliability sysadmin infrastructure operations ops",
    "data": "data", "science": "science scientist scientists", "ml": "machine ml ai nlp learning",
    "analyst": "analyst analysts analytics", "design": "designer designers design ux", "product": "product",
    "manager": "manager managers management", "sales": "sales account", "marketing": "marketing growth marketer",
    "support": "support customer success", "qa": "qa test tester testing sdet quality", "security": "security",
    "embedded": "embedded firmware", "hardware": "hardware electrical mechanical", "java": "java", "python": "python django",
    "ruby": "ruby rails", "js": "javascript js node nodejs react angular vue", "php": "php", "net": "net", "scala": "scala",
    "go": "golang go", "recruit": "recruiter recruiting hr", "finance": "finance accountant accounting",
    "intern": "intern interns internship internships",
    "engineer": "engineer engineers developer developers engineering dev programmer software", "nurse": "nurse rn",
    "teacher": "teacher instructor tutor", "writer": "writer content editor", "architect": "architect", "clojure": "clojure",
    "research": "research researcher", "consult": "consultant solutions", "lead": "lead head cto vp director",
}  # fmt: skip
KIND_OF = {word.encode(): kind for kind, words in _KINDS.items() for word in words.split()}
