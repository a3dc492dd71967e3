import { editor } from './monaco.ts';

/** The browser resolves the token, whatever it is made of; Monaco wants #rrggbb. */
function colour(probe: HTMLElement, token: string): string {
  probe.style.color = `var(${token})`;
  const parts = getComputedStyle(probe).color.match(/[\d.]+/g) ?? [];
  return `#${parts
    .slice(0, 3)
    .map((part) => Math.round(Number(part)).toString(16).padStart(2, '0'))
    .join('')}`;
}

/** Monaco in the colours of the page: keywords by weight, comments in italics, no blue and no orange anywhere. */
export function applyEditorTheme(dark: boolean): void {
  const probe = document.createElement('span');
  document.body.append(probe);
  const at = (token: string) => colour(probe, token);
  const rule = (token: string, variable: string, fontStyle?: string) => ({
    token,
    foreground: at(variable).slice(1),
    ...(fontStyle === undefined ? {} : { fontStyle }),
  });
  const clear = '#00000000';
  editor.defineTheme('gradgym', {
    base: dark ? 'vs-dark' : 'vs',
    inherit: false,
    rules: [
      rule('', '--code-text'),
      rule('keyword', '--code-keyword', 'bold'),
      rule('string', '--code-string'),
      rule('regexp', '--code-string'),
      rule('number', '--code-number'),
      rule('type', '--code-type'),
      rule('comment', '--code-comment', 'italic'),
      rule('delimiter', '--code-text'),
      rule('identifier', '--code-text'),
    ],
    colors: {
      'editor.background': at('--surface'),
      'editor.foreground': at('--code-text'),
      foreground: at('--ink'),
      // Code that is not used keeps its contrast and gets a line under it, instead of fading.
      'editorUnnecessaryCode.opacity': '#000000ff',
      'editorUnnecessaryCode.border': at('--line-strong'),
      focusBorder: at('--ink'),
      'editorCursor.foreground': at('--ink'),
      'editorLineNumber.foreground': at('--ink-3'),
      'editorLineNumber.activeForeground': at('--ink'),
      'editor.lineHighlightBackground': at('--hover'),
      'editor.lineHighlightBorder': clear,
      'editor.selectionBackground': at('--seq-1'),
      'editor.inactiveSelectionBackground': at('--seq-0'),
      'editor.selectionHighlightBackground': `${at('--seq-1')}88`,
      'editor.wordHighlightBackground': `${at('--seq-1')}88`,
      'editor.wordHighlightStrongBackground': `${at('--seq-1')}88`,
      'editor.findMatchBackground': at('--seq-2'),
      'editor.findMatchHighlightBackground': at('--seq-1'),
      'editorBracketMatch.background': at('--seq-0'),
      'editorBracketMatch.border': at('--line-strong'),
      // Bracket pairs are coloured by the model's option, which the editor's does not reach: six times plain text.
      ...Object.fromEntries(
        [1, 2, 3, 4, 5, 6].map((level) => [`editorBracketHighlight.foreground${level}`, at('--code-text')]),
      ),
      'editorBracketHighlight.unexpectedBracket.foreground': at('--v-re'),
      // Neither side is right or wrong: greys, with + and − in the margin.
      'diffEditor.insertedLineBackground': `${at('--seq-0')}99`,
      'diffEditor.removedLineBackground': `${at('--seq-0')}99`,
      'diffEditor.insertedTextBackground': at('--seq-1'),
      'diffEditor.removedTextBackground': at('--seq-1'),
      'diffEditorGutter.insertedLineBackground': at('--seq-1'),
      'diffEditorGutter.removedLineBackground': at('--seq-1'),
      'diffEditor.diagonalFill': at('--line'),
      'diffEditor.border': at('--line'),
      'editorIndentGuide.background1': at('--line'),
      'editorIndentGuide.activeBackground1': at('--line-strong'),
      'editorError.foreground': at('--v-re'),
      'editorWarning.foreground': at('--v-tle'),
      'editorInfo.foreground': at('--ink-3'),
      'editorHint.foreground': at('--ink-3'),
      'editorGutter.background': at('--surface'),
      'editorOverviewRuler.border': clear,
      'editorOverviewRuler.errorForeground': at('--v-re'),
      'editorWidget.background': at('--surface'),
      'editorWidget.foreground': at('--ink'),
      'editorWidget.border': at('--line-strong'),
      'editorHoverWidget.background': at('--surface'),
      'editorHoverWidget.foreground': at('--ink'),
      'editorHoverWidget.border': at('--line-strong'),
      'editorHoverWidget.statusBarBackground': at('--sunken'),
      'editorSuggestWidget.background': at('--surface'),
      'editorSuggestWidget.foreground': at('--ink-2'),
      'editorSuggestWidget.border': at('--line-strong'),
      'editorSuggestWidget.selectedBackground': at('--seq-0'),
      'editorSuggestWidget.selectedForeground': at('--ink'),
      'editorSuggestWidget.selectedIconForeground': at('--ink'),
      'editorSuggestWidget.highlightForeground': at('--ink'),
      'editorSuggestWidget.focusHighlightForeground': at('--ink'),
      'list.hoverBackground': at('--hover'),
      'list.hoverForeground': at('--ink'),
      'list.activeSelectionBackground': at('--seq-0'),
      'list.activeSelectionForeground': at('--ink'),
      'list.focusBackground': at('--seq-0'),
      'list.focusForeground': at('--ink'),
      'list.highlightForeground': at('--ink'),
      'list.focusHighlightForeground': at('--ink'),
      'quickInput.background': at('--surface'),
      'quickInput.foreground': at('--ink'),
      'quickInputList.focusBackground': at('--seq-0'),
      'quickInputList.focusForeground': at('--ink'),
      'pickerGroup.border': at('--line'),
      'pickerGroup.foreground': at('--ink-3'),
      'input.background': at('--surface'),
      'input.foreground': at('--ink'),
      'input.border': at('--line-strong'),
      'inputOption.activeBackground': at('--seq-1'),
      'inputOption.activeBorder': at('--ink'),
      'inputOption.activeForeground': at('--ink'),
      'button.background': at('--ink'),
      'button.foreground': at('--on-ink'),
      'keybindingLabel.background': at('--surface'),
      'keybindingLabel.foreground': at('--ink'),
      'keybindingLabel.border': at('--line-strong'),
      'keybindingLabel.bottomBorder': at('--line-strong'),
      'widget.shadow': clear,
      'scrollbar.shadow': clear,
      'scrollbarSlider.background': `${at('--line-strong')}55`,
      'scrollbarSlider.hoverBackground': `${at('--line-strong')}88`,
      'scrollbarSlider.activeBackground': `${at('--line-strong')}aa`,
      'textLink.foreground': at('--ink'),
      'textLink.activeForeground': at('--ink'),
      'editorLink.activeForeground': at('--ink'),
      'textCodeBlock.background': at('--sunken'),
      ...Object.fromEntries(
        ['method', 'function', 'constructor'].map((kind) => [`symbolIcon.${kind}Foreground`, at('--code-number')]),
      ),
      ...Object.fromEntries(
        ['field', 'variable', 'property', 'constant', 'enumerator', 'enumeratorMember'].map((kind) => [
          `symbolIcon.${kind}Foreground`,
          at('--code-string'),
        ]),
      ),
      ...Object.fromEntries(
        ['class', 'interface', 'module', 'typeParameter', 'namespace'].map((kind) => [
          `symbolIcon.${kind}Foreground`,
          at('--code-type'),
        ]),
      ),
    },
  });
  probe.remove();
  editor.setTheme('gradgym');
}
