/** The layers of docs/architecture.md, enforced. Each rule says why it is there. */
module.exports = {
  forbidden: [
    {
      name: 'domain-is-pure',
      comment:
        'The rules (who is told, how long it is kept, who may decide) must run the same in browser and service, so they import nothing but each other.',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { pathNot: '^src/domain/' },
    },
    {
      name: 'application-knows-only-domain',
      comment: 'Use cases speak to the outside through ports; an adapter can be exchanged without touching them.',
      severity: 'error',
      from: { path: '^src/application/' },
      to: { path: '^src/', pathNot: '^src/(domain|application)/' },
    },
    {
      name: 'words-are-a-leaf',
      comment: 'Catalogues hold sentences, not behaviour.',
      severity: 'error',
      from: { path: '^src/words/' },
      to: { path: '^src/', pathNot: '^src/(domain|words)/' },
    },
    {
      name: 'cards-are-domain-to-json',
      comment: 'A card is a plain function of what it shows; it must not fetch or store.',
      severity: 'error',
      from: { path: '^src/cards/' },
      to: { path: '^src/', pathNot: '^src/(domain|application|words|cards)/' },
    },
    {
      name: 'm365-implements-ports-only',
      comment: 'Adapters implement ports and know nothing of screens or of the service.',
      severity: 'error',
      from: { path: '^src/m365/' },
      to: { path: '^src/', pathNot: '^src/(domain|application|m365)/' },
    },
    {
      name: 'service-gets-ports',
      comment: 'The service is wired in src/main; it reaches Microsoft 365 only through ports.',
      severity: 'error',
      from: { path: '^src/service/' },
      to: { path: '^src/', pathNot: '^src/(domain|application|words|cards|service)/' },
    },
    {
      name: 'ui-gets-ports',
      comment: 'A screen never talks to Graph: it gets ports, so that it can be shown and tested without a tenant.',
      severity: 'error',
      from: { path: '^src/ui/' },
      to: { path: '^src/', pathNot: '^src/(domain|application|words|ui)/' },
    },
    {
      name: 'pane-and-tab-are-apart',
      comment: 'The pane must load fast: nothing of the tab may be dragged into it.',
      severity: 'error',
      from: { path: '^src/ui/(pane|tab)/' },
      to: { path: '^src/ui/(pane|tab)/', pathNot: '^src/ui/$1/' },
    },
    {
      name: 'sandbox-stands-alone',
      comment:
        'The stand-in speaks HTTP and postMessage only, so that a misunderstanding of Graph cannot hide by being made on both sides.',
      severity: 'error',
      from: { path: '^src/sandbox/' },
      to: { path: '^src/', pathNot: '^src/sandbox/' },
    },
    {
      name: 'only-main-starts-the-sandbox',
      comment: 'The stand-in must never reach a production bundle.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(sandbox|main)/' },
      to: { path: '^src/sandbox/' },
    },
    {
      name: 'main-is-the-root',
      comment: 'Nothing imports the place that wires the sides together.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/main/' },
      to: { path: '^src/main/' },
    },
    {
      name: 'no-cycles',
      comment: 'A cycle means two files are one.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default'] },
  },
};
