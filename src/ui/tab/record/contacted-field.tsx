import { Checkbox, Field, makeStyles } from '@fluentui/react-components';
import { type Helper, helpers } from '../../../domain/incident/account-vocabulary.ts';
import { emptyWelfare } from '../../../domain/incident/empty-account.ts';
import { showTime } from '../../shared/moments.ts';
import { useFieldProps } from './field-props.ts';
import { useAccountTerms, useForm } from './record-context.tsx';

const useStyles = makeStyles({ choices: { display: 'flex', flexWrap: 'wrap', columnGap: '8px' } });

/** Who was asked for help, each with the time of the tick. COM-3d-3, COM-3d-8 */
export function ContactedField() {
  const { draft, change } = useForm();
  const { helpers: names } = useAccountTerms();
  const styles = useStyles();
  const contacted = draft.account.welfare?.contacted ?? [];
  const toggle = (who: Helper, isOn: boolean) =>
    change((before) => {
      const welfare = before.account.welfare ?? emptyWelfare();
      const others = welfare.contacted.filter((each) => each.who !== who);
      const next = isOn ? [...others, { who, at: new Date().toISOString() }] : others;
      return { ...before, account: { ...before.account, welfare: { ...welfare, contacted: next } } };
    });
  return (
    <Field {...useFieldProps('contacted')} data-field="contacted">
      {(props) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would want its legend inside; the label is the field's
        <div role="group" aria-labelledby={props['aria-labelledby']} className={styles.choices}>
          {helpers.map((who) => {
            const at = contacted.find((each) => each.who === who)?.at;
            return (
              <Checkbox
                key={who}
                checked={at !== undefined}
                label={at ? `${names[who]} (${showTime(at)})` : names[who]}
                onChange={(_, { checked }) => toggle(who, checked === true)}
              />
            );
          })}
        </div>
      )}
    </Field>
  );
}
