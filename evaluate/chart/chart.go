package chart

import (
	"errors"
	"fmt"
	"image/color"
	"regexp"
	"unicode/utf8"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Options are the texts and the look that every chart has. All texts are in
// the language Lang.
type Options struct {
	// ID prefixes the element ids of the SVG, together with the language, so
	// that charts of both languages can stand in one HTML page. Required: a
	// letter, then letters, digits, '-' and '_', unique per chart of a page.
	ID string
	// Lang is the language of words and number formats. Required.
	Lang Lang
	// Title is what the chart shows, in a few words. Required, at most 300 characters.
	Title string
	// Subtitle is a second line: unit, date, who is counted. Optional,
	// at most 600 characters.
	Subtitle string
	// Note stands below the chart: source, reservations. Optional, at most
	// 2000 characters.
	Note string
	// Description is the text for those who do not see the chart. Defaults to
	// the title and every row with its label.
	Description string
	// Theme defaults to DefaultTheme().
	Theme Theme
}

// Chart is a finished drawing. It never changes, so goroutines may share it.
type Chart struct {
	id, title, description string
	lang                   Lang
	theme                  Theme
	height                 vg.Length
	shades                 []color.RGBA      // colours of areas, beside those of Theme.flat
	paint                  func(draw.Canvas) // pure: draws the same on every canvas
}

// Title returns the title, on one line.
func (c *Chart) Title() string { return c.title }

// Description returns the text alternative, with every label of the chart.
func (c *Chart) Description() string { return c.description }

// Lang returns the language of the chart.
func (c *Chart) Lang() Lang { return c.lang }

// Size returns width and height in units of the SVG's viewBox; the PNG has two
// pixels per unit.
func (c *Chart) Size() (width, height float64) {
	return c.theme.Width, float64(c.height)
}

var idPattern = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_-]*$`)

// checked returns the options with texts cleaned and defaults filled in.
func (o Options) checked() (Options, error) {
	var errs []error
	if !idPattern.MatchString(o.ID) {
		errs = append(errs, fmt.Errorf("chart: ID %q: want a letter, then letters, digits, '-' or '_'", o.ID))
	}
	if o.Lang != PL && o.Lang != EN {
		errs = append(errs, fmt.Errorf("chart %s: language %q: want %q or %q", o.ID, o.Lang, PL, EN))
	}
	o.Title, o.Subtitle, o.Note, o.Description = clean(o.Title), clean(o.Subtitle), clean(o.Note), clean(o.Description)
	if o.Title == "" {
		errs = append(errs, fmt.Errorf("chart %s: no title; say in a few words what is shown", o.ID))
	}
	errs = append(errs, tooLong(o.ID, "title", o.Title, 300), tooLong(o.ID, "subtitle", o.Subtitle, 600), tooLong(o.ID, "note", o.Note, 2000))
	theme, err := o.Theme.orDefault()
	if err != nil {
		errs = append(errs, err)
	}
	o.Theme = theme
	return o, errors.Join(errs...)
}

func tooLong(id, what, s string, limit int) error {
	if n := utf8.RuneCountInString(s); n > limit {
		return fmt.Errorf("chart %s: the %s has %d characters, at most %d have room", id, what, n, limit)
	}
	return nil
}
