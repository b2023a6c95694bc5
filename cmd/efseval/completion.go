package main

import (
	"io"

	"github.com/spf13/cobra"

	"github.com/efseval/efseval/evaluate"
)

// shell is a shell and what writes its completions.
type shell struct {
	name  string
	write func(root *cobra.Command, w io.Writer) error
}

func shells() []shell {
	return []shell{
		{"bash", func(root *cobra.Command, w io.Writer) error { return root.GenBashCompletionV2(w, true) }},
		{"zsh", func(root *cobra.Command, w io.Writer) error { return root.GenZshCompletion(w) }},
		{"fish", func(root *cobra.Command, w io.Writer) error { return root.GenFishCompletion(w, true) }},
		{"powershell", func(root *cobra.Command, w io.Writer) error { return root.GenPowerShellCompletionWithDesc(w) }},
	}
}

func shellNames() []string {
	var names []string
	for _, s := range shells() {
		names = append(names, s.name)
	}
	return names
}

func newCompletion() *cobra.Command {
	return &cobra.Command{
		Use:   "completion SHELL",
		Short: "Print the completions for bash, zsh, fish or powershell",
		Long: `Print the text by which a shell completes commands, options, rule sets, profiles, scale keys, dialects
and, after efseval trace OUT, the ids of the figures of that run. Have your shell read it, as

    bash         source <(efseval completion bash)
    zsh          efseval completion zsh > "${fpath[1]}/_efseval"
    fish         efseval completion fish > ~/.config/fish/completions/efseval.fish
    powershell   efseval completion powershell | Out-String | Invoke-Expression`,
		Example: `  efseval completion bash > efseval.bash
  efseval completion zsh > _efseval`,
		ValidArgs: shellNames(),
		Args:      wants(1, "efseval completion bash"),
		RunE: func(c *cobra.Command, args []string) error {
			for _, s := range shells() {
				if s.name == args[0] {
					return s.write(c.Root(), c.OutOrStdout())
				}
			}
			return unknownWord(c, evaluate.T("powłoki", "shell"), args[0], shellNames())
		},
	}
}
