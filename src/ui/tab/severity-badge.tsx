import { Badge } from '@fluentui/react-components';
import type { Severity } from '../../domain/incident/vocabulary.ts';
import { useTab } from './tab-context.tsx';

const colors: Record<Severity, 'informative' | 'warning' | 'danger'> = {
  concern: 'informative',
  standard: 'informative',
  serious: 'warning',
  critical: 'danger',
};

/** Severity in words; the colour only supports them (B-A11Y-4). */
export function SeverityBadge({ severity }: { severity: Severity }) {
  const { terms } = useTab();
  return (
    <Badge appearance={severity === 'critical' ? 'filled' : 'tint'} color={colors[severity]}>
      {terms.severities[severity]}
    </Badge>
  );
}
