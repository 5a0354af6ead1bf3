import { Button, Radio, SegmentedControl, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useRef, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { isStatus, reasonKey } from "@/api/errors";
import type { Language } from "@/api/model";
import * as api from "@/api/settings";
import { languages } from "@/i18n";
import { toasts } from "@/ui/toast";
import { usePutMember } from "./queries";
import { isAddress, roles } from "./roster";

/** `again`: somebody who was removed, and is asked back. */
interface Props {
  again?: { name: string; email: string; role: api.Role } | undefined;
  onClose: () => void;
}
export function InviteForm({ again, onClose }: Props) {
  const { t, i18n } = useTranslation();
  const put = usePutMember();
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState({
    name: again?.name ?? "",
    email: again?.email ?? "",
    role: again?.role ?? ("recruiter" as api.Role),
    language: i18n.language as Language,
  });
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const send = useMutation({
    mutationFn: () => api.invite({ ...draft, name: draft.name.trim(), email: draft.email.trim() }),
    onSuccess: (member) => {
      put(member);
      toasts.done(t("members.invited", { name: member.name }));
      onClose();
    },
  });
  const wrong = {
    name: !draft.name.trim() && left.has("name") ? t("members.nameNeeded") : undefined,
    email: !isAddress(draft.email) && left.has("email") ? t("members.emailNeeded") : undefined,
  };
  const refused = isStatus(send.error, 409)
    ? t(send.error.details.member_id ? "members.already" : "members.elsewhere")
    : isStatus(send.error, 422)
      ? t("members.emailRefused")
      : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setLeft(new Set(["name", "email"]));
    if (draft.name.trim() && isAddress(draft.email)) return send.mutate();
    setTimeout(() => form.current?.querySelector<HTMLElement>("[aria-invalid='true']")?.focus());
  };
  const leave = (field: string) => setLeft(new Set(left).add(field));
  return (
    <form className="invite" ref={form} noValidate onSubmit={submit} aria-labelledby="invite-title">
      <h2 id="invite-title">{t("members.inviteTitle")}</h2>
      <p className="ink2">{t("members.inviteWhy")}</p>
      <div className="pair">
        <TextInput
          label={t("members.email")}
          type="email"
          autoComplete="off"
          autoFocus
          value={draft.email}
          error={wrong.email ?? refused}
          onBlur={() => draft.email && leave("email")}
          onChange={(event) => {
            send.reset();
            setDraft({ ...draft, email: event.currentTarget.value });
          }}
        />
        <TextInput
          label={t("members.name")}
          autoComplete="off"
          maxLength={120}
          value={draft.name}
          error={wrong.name}
          onBlur={() => draft.email && leave("name")}
          onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
        />
      </div>
      <Radio.Group label={t("members.role")} value={draft.role} onChange={(value) => setDraft({ ...draft, role: value as api.Role })}>
        <div className="invite-roles">
          {roles.map((role) => (
            <Radio key={role} value={role} label={t(`role.${role}`)} description={t(`members.why_${role}`)} />
          ))}
        </div>
      </Radio.Group>
      <div className="stack">
        <span className="field-label" id="invite-language">
          {t("members.language")}
        </span>
        <SegmentedControl
          aria-labelledby="invite-language"
          className="self-start"
          value={draft.language}
          onChange={(value) => setDraft({ ...draft, language: value as Language })}
          data={languages.map((value) => ({ value, label: t(`language.${value}`) }))}
        />
      </div>
      {send.isError && !refused && (
        <p className="koi" role="alert">
          {t(reasonKey(send.error))}
        </p>
      )}
      <div className="row wrap">
        <Button type="submit" loading={send.isPending}>
          {t("members.send")}
        </Button>
        <Button variant="subtle" color="gray" className="quiet" onClick={onClose}>
          {t("act.cancel")}
        </Button>
      </div>
    </form>
  );
}
