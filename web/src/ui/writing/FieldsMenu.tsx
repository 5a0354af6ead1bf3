import { Menu } from "@mantine/core";
import { IconBraces } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Template } from "@/api/model";
import "../css/writing.css";

interface Props {
  fields: Template["fields"];
  missing: ReadonlySet<string>;
  onPick: (name: string) => void;
}
/** The merge fields, each with an example; those that would be missing stand out. */
export function FieldsMenu({ fields, missing, onPick }: Props) {
  const { t } = useTranslation();
  return (
    <Menu position="top-end" returnFocus={false}>
      <Menu.Target>
        <button type="button" className="icon-button" aria-label={t("compose.fields")} title={t("compose.fields")}>
          <IconBraces size={17} stroke={1.7} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {fields.map((field) => (
          <Menu.Item key={field.name} onClick={() => onPick(field.name)} data-missing={missing.has(field.name) || undefined}>
            {t(`merge.${field.name.replace(".", "_")}`, { defaultValue: field.name })} <span className="meta">{field.example}</span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
