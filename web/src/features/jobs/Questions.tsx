import { ActionIcon, Button, NativeSelect, TextInput } from "@mantine/core";
import { IconArrowUp, IconPlus, IconTrash } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Question } from "@/api/model";
import { formsQuery } from "@/api/queries";
import { useFormat } from "@/i18n/format";
import { questionId } from "./pipeline";

const kinds: Question["kind"][] = ["text", "long_text", "choice", "yes_no"];

/** What a call's or an interview's report asks in this stage. */
export function Questions({ form, onChange }: { form: Question[]; onChange: (form: Question[]) => void }) {
  const { t } = useTranslation();
  const f = useFormat();
  const { language } = f.reader;
  const ready = useQuery({ ...formsQuery, enabled: form.length === 0 });
  const set = (at: number, change: Partial<Question>) => onChange(form.map((one, i) => (i === at ? { ...one, ...change } : one)));
  return (
    <>
      <ol className="acts">
        {form.map((question, i) => (
          <li key={question.id} className="act-row">
            <span className="num meta">{i + 1}</span>
            <div className="act-in">
              {(["fr", "en"] as const).map((one) => (
                <TextInput
                  key={one}
                  label={t(`pipe.ask_${one}`)}
                  lang={one}
                  value={question.label[one] ?? ""}
                  maxLength={200}
                  onChange={(event) => set(i, { label: { ...question.label, [one]: event.currentTarget.value || null } })}
                />
              ))}
              <NativeSelect
                label={t("pipe.answer")}
                value={question.kind}
                onChange={(event) => set(i, { kind: event.currentTarget.value as Question["kind"] })}
                data={kinds.map((value) => ({ value, label: t(`pipe.answer_${value}`) }))}
              />
              {question.kind === "choice" && (
                <TextInput
                  label={t("pipe.choices")}
                  defaultValue={question.choices.join(", ")}
                  onBlur={(event) =>
                    set(i, {
                      choices: event.currentTarget.value
                        .split(",")
                        .map((one) => one.trim())
                        .filter(Boolean),
                    })
                  }
                />
              )}
            </div>
            <ActionIcon
              aria-label={t("pipe.askUp", { n: i + 1 })}
              disabled={i === 0}
              onClick={() => onChange(form.map((one, n) => (n === i - 1 ? question : n === i ? (form[i - 1] ?? one) : one)))}
            >
              <IconArrowUp size={16} stroke={1.7} />
            </ActionIcon>
            <ActionIcon aria-label={t("pipe.askRemove", { n: i + 1 })} onClick={() => onChange(form.filter((_, n) => n !== i))}>
              <IconTrash size={16} stroke={1.7} />
            </ActionIcon>
          </li>
        ))}
      </ol>
      {form.length === 0 && (
        <div className="row wrap">
          {(["call", "interview"] as const).map((report) => (
            <Button
              key={report}
              variant="default"
              size="xs"
              disabled={!ready.data}
              onClick={() => onChange((ready.data?.[report] ?? []).map((one) => ({ ...one })))}
            >
              {t(`pipe.begin_${report}`)}
            </Button>
          ))}
        </div>
      )}
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPlus size={14} />}
        disabled={form.length >= 30}
        onClick={() => {
          const label = { fr: null, en: null, [language]: t("pipe.askNew") };
          onChange([
            ...form,
            {
              id: questionId(
                t("pipe.askNew"),
                form.map((one) => one.id),
              ),
              label,
              kind: "text",
              choices: [],
            },
          ]);
        }}
      >
        {t("pipe.askAdd")}
      </Button>
    </>
  );
}
