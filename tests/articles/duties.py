"""What the Measures ask of the program today, in our own words; each duty has rules and tests that prove it."""

DUTIES: dict[str, str] = {
    "4": "The city leads and evaluates; indicators are computed from what happened, and fines are never one.",
    "4.2": "Each organ answers for its territory and its line: an officer reaches no further.",
    "4.3": "Each organ names its principal head as first responsible person.",
    "5": "Milder means come first: no measure goes further, lasts longer or takes more than its purpose needs.",
    "6": "No penalty without two certified officers, notice and defence; nobody decides what he handled.",
    "7": "Disputes are mediated between willing parties; officers are trained sixty hours a year.",
    "8": "Guidance is voluntary, within the organ's duties, explained, never a substitute for a due decision; "
    "who declines it suffers nothing.",
    "8.1": "Guidance: policies, plans and information are published.",
    "8.2": "Demonstration: models that agreed are recommended, for a time.",
    "8.3": "Tips: what is easily neglected is called to mind in time.",
    "8.4": "Counselling: questions are answered and explained.",
    "8.5": "Suggestions: proposals for reference, adopted or not.",
    "8.6": "Exhortation: persuasion on one of three grounds, with a second look.",
    "8.7": "Interviews: written notice, two officers, a record, items to put right.",
    "8.8": "Return visits: cases that need one are visited by officers without a part in them.",
    "9": "Risk points and counterparts' risk are computed, explained and reviewed.",
    "10.1": "Leniency lists are published, kept current, and applied to every case alike.",
    "10.2": "Coercion is prudent: proposed with its necessity, approved by another head, within its limits and term.",
}
