package main

import (
	"github.com/goccy/go-yaml"
)

// yaml is the project file of the options: a project that has nothing but this questionnaire.
func (f *surveyFlags) yaml(dir string, together bool, pre, post map[string]any) ([]byte, error) {
	scale, err := f.scale.yaml(dir)
	if err != nil {
		return nil, err
	}
	beside, err := f.beside.yaml(together)
	if err != nil {
		return nil, err
	}
	title := map[string]string{"pl": "Ankieta", "en": "Questionnaire"}
	if f.title != "" {
		title = map[string]string{"pl": f.title, "en": f.title}
	}
	survey := yaml.MapSlice{
		{Key: "name", Value: f.name},
		{Key: "title", Value: title},
		{Key: "scale", Value: scale},
		{Key: "pre", Value: pre},
		{Key: "post", Value: post},
	}
	return yaml.Marshal(yaml.MapSlice{
		{Key: "id", Value: "survey"},
		{Key: "title", Value: title},
		{Key: "rules", Value: "esf-plus-2021-2027"},
		{Key: "surveys", Value: []yaml.MapSlice{append(survey, beside...)}},
	})
}
