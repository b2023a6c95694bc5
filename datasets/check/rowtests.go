package check

// The tests that are no test of one row; those of [groupTests] are neither.
const (
	testColumn   = "column"
	testSame     = "same"
	testProjects = "projects"
	testLimit    = "limit"
)

// rowTests carry out the rules of one row, by the word in rules.yaml.
var rowTests = map[string]func(*pass, *Rule){
	"pesel-date":     func(p *pass, r *Rule) { p.ofForm(r, badDate) },
	"pesel-checksum": func(p *pass, r *Rule) { p.ofForm(r, badCheck) },
	"pesel-zero":     func(p *pass, r *Rule) { p.ofForm(r, shortened) },
	"pesel-sex":      (*pass).peselSex,
	"pesel-birth":    (*pass).peselBirth,
	"pesel-age":      (*pass).peselAge,
	"age":            (*pass).age,
	"order":          (*pass).order,
	"after":          (*pass).after,
	"no-exit":        (*pass).withoutExit,
	"spell":          (*pass).spell,
	"not-pesel":      (*pass).notPESEL,
	"despite":        (*pass).despite,
	"period":         (*pass).period,
	"late":           (*pass).late,
	"early":          (*pass).early,
	"all":            (*pass).all,
	"refused":        (*pass).refused,
	"complete":       (*pass).complete,
	"no-person":      func(p *pass, r *Rule) { p.unnamed(r, false) },
	"no-other":       func(p *pass, r *Rule) { p.unnamed(r, true) },
}
