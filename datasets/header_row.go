package datasets

// CountMatches tells how many of a row's cells are headers of the profile: how readers find
// the header row under a preamble. A row is a header row when [Profile.IsHeader] says so.
func (p *Profile) CountMatches(cells []string) int {
	if p.every {
		return countWords(cells)
	}
	known := p.headerSet()
	n := 0
	for _, c := range cells {
		if folded := Fold(c); folded != "" && known[folded] {
			n++
		}
	}
	return n
}

// IsHeader tells whether a row holds every required header of the profile and at least one.
func (p *Profile) IsHeader(cells []string) bool {
	return !p.every && p.CountMatches(cells) > 0 && len(p.missingRequired(cells)) == 0
}

// headerSet are the headers of the profile, folded. It must not be changed.
func (p *Profile) headerSet() map[string]bool {
	if p.headers != nil {
		return p.headers
	}
	known := map[string]bool{}
	for _, c := range p.Columns {
		for _, h := range c.Headers {
			known[Fold(h)] = true
			if name, _, is := cutNumber(h); is {
				known[Fold(name)] = true
			}
		}
	}
	return known
}
