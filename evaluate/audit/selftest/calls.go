package selftest

import (
	"maps"
	"slices"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"

	"github.com/efseval/efseval/evaluate/stats"
)

// answers are what a computation gives, by name: numbers, texts and [stats.Maybe].
type answers map[string]any

func (a answers) names() []string { return slices.Sorted(maps.Keys(a)) }

// interval answers with both bounds; what it is of stands before them, and may be empty.
func (a answers) interval(of string, i stats.Interval) {
	a[of+"lower"], a[of+"upper"] = i.Lo, i.Hi
}

// call carries out a case: its input becomes arguments, the results answers.
type call func(input ast.Node) (answers, error)

// on is the call of a function that takes its input as a struct; a word of the input that the struct lacks is an
// error with its place.
func on[T any](compute func(T) (answers, error)) call {
	return func(input ast.Node) (answers, error) {
		var in T
		if err := yaml.NodeToValue(input, &in, yaml.Strict()); err != nil {
			return nil, err
		}
		return compute(in)
	}
}

// calls are the computations that a case can ask for.
var calls = map[string]call{
	// the same people before and after
	"describe":           on(describe),
	"paired t":           on(pairedT),
	"signed rank":        on(signedRank),
	"sign test":          on(signTest),
	"permutation":        on(permutation),
	"hodges-lehmann":     on(hodgesLehmann),
	"mean change":        on(meanChange),
	"rank-biserial":      on(rankBiserial),
	"superiority":        on(superiority),
	"quantile":           on(quantile),
	"bca of the mean":    on(bcaOfMean),
	"reliable change":    on(reliableChange),
	"bounds of a change": on(boundChange),
	"mcnemar":            on(mcNemar),
	"paired shares":      on(pairedShares),
	"transitions":        on(transitions),
	"pairs":              on(pairs),
	// groups of different people
	"welch t":           on(welchT),
	"pooled t":          on(pooledT),
	"mann-whitney":      on(mannWhitney),
	"several groups":    on(severalGroups),
	"normality":         on(normality),
	"group effect":      on(groupEffect),
	"cliff's delta":     on(cliffsDelta),
	"least squares":     on(leastSquares),
	"ancova":            on(ancova),
	"logistic":          on(logistic),
	"random intercept":  on(randomIntercept),
	"p-values together": on(adjust),
	// shares and tables
	"share":             on(share),
	"share and target":  on(shareTarget),
	"two shares":        on(twoShares),
	"table":             on(table),
	"counts and shares": on(countsAndShares),
	"sample size":       on(sampleSize),
	"power of t":        on(powerOfT),
	"power of shares":   on(powerOfShares),
	// questionnaires
	"reliability": on(reliability),
	"items":       on(items),
	"omega":       on(omega),
	"score":       on(score),
	// people, money, days, letters
	"pesel":     on(pesel),
	"amount":    on(amount),
	"unit cost": on(unitCost),
	"prices":    on(prices),
	"euro":      on(euro),
	"date":      on(date),
	"age":       on(age),
	"after":     on(after),
	"fold":      on(fold),
}
