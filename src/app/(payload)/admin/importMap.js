import { Panel as Panel_d6a3f1cfbe278be9e577fe726c66ad69 } from '../../../../plugins/workflow/admin/Panel'
import { KeepTyped as KeepTyped_3f3c5634f919cb4cab3e51965535876b } from '../../../../plugins/workflow/admin/KeepTyped'
import { OriginalText as OriginalText_eae6cdc0dcc90b0c68614316d26f07cd } from '../../../../collections/components/OriginalText'
import { PrintedNumber as PrintedNumber_c209d55f3e9f0b008b7ea09ce3e0c8f3 } from '../../../../collections/components/PrintedNumber'
import { DateCell as DateCell_35877aefb36da69eb1f7fe0ab4340118 } from '../../../../collections/components/DateCell'
import { DateText as DateText_52f1e9d2ff48185f2dde438ac2a5f0dd } from '../../../../collections/components/DateText'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnderlineFeatureClient as UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { StrikethroughFeatureClient as StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SubscriptFeatureClient as SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SuperscriptFeatureClient as SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { AlignFeatureClient as AlignFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { TableFeatureClient as TableFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { PastedText as PastedText_db27b102068032863ab2bd7591749474 } from '../../../../collections/components/PastedText'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { TaskGroupLabel as TaskGroupLabel_466c83dbcd0c21bdd2e67a777fa727ce } from '../../../../collections/components/TaskGroupLabel'
import { ScanWarning as ScanWarning_66f5a56dd38a7b17193e452935dea401 } from '../../../../collections/components/ScanWarning'
import { PointingHere as PointingHere_3e535f12032a4473644911b76a82f587 } from '../../../../collections/components/PointingHere'
import { StateCell as StateCell_e0c4e1092e6750c89411bd51d6c6e0ca } from '../../../../plugins/workflow/admin/StateCell'
import { InstantCell as InstantCell_eddaf86167cb008c0f3b68105138ae8b } from '../../../../src/repairs/vietnamTimes/InstantCell'
import { HeaderTimes as HeaderTimes_a3ca3a719d97eed9f6d7871f3ea959a7 } from '../../../../src/repairs/vietnamTimes/HeaderTimes'
import { Versions as Versions_c71600bd37f865043aa77a0749e4660a } from '../../../../plugins/workflow/admin/versions/Versions'
import { Comparison as Comparison_1e804cc2088212076e133d11a8e3f531 } from '../../../../plugins/workflow/admin/versions/Comparison'
import { RoyaltyExport as RoyaltyExport_99f5aa0383ef72e590e56a03cf7640a0 } from '../../../../collections/components/RoyaltyExport'
import { WordCell as WordCell_60c7f52517f03c8582df16bef66535c1 } from '../../../../plugins/publications/admin/WordCell'
import { DocumentCell as DocumentCell_1390a01e15c902d113738fd0cffa8f85 } from '../../../../plugins/workflow/admin/DocumentCell'
import { Icon as Icon_ad65581e1662618e95f43b3e7b00dced } from '../../../../collections/components/Brand'
import { Logo as Logo_ad65581e1662618e95f43b3e7b00dced } from '../../../../collections/components/Brand'
import { FindBox as FindBox_86425c2109a67a1a35f0ab99e2bcfe68 } from '../../../../collections/components/FindBox'
import { MailLink as MailLink_05ee408cdafbf83c3ef2b281b1095fce } from '../../../../plugins/digest/admin/MailLink'
import { Faults as Faults_25ed99f3300c6eca052066b6b52db2b6 } from '../../../../plugins/publications/admin/Faults'
import { Tasks as Tasks_e55c2de2ed40d2ce3b32997801171201 } from '../../../../plugins/workflow/admin/Tasks'
import { UnreadReports as UnreadReports_3900366e8978466b9ba9713a880e7323 } from '../../../../plugins/digest/admin/UnreadReports'
import { FindBoxInNav as FindBoxInNav_86425c2109a67a1a35f0ab99e2bcfe68 } from '../../../../collections/components/FindBox'
import { Accessible as Accessible_e2500c22a2c37d0f8de6902c0904bb6e } from '../../../../src/repairs/admin/Accessible'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/plugins/workflow/admin/Panel#Panel": Panel_d6a3f1cfbe278be9e577fe726c66ad69,
  "/plugins/workflow/admin/KeepTyped#KeepTyped": KeepTyped_3f3c5634f919cb4cab3e51965535876b,
  "/collections/components/OriginalText#OriginalText": OriginalText_eae6cdc0dcc90b0c68614316d26f07cd,
  "/collections/components/PrintedNumber#PrintedNumber": PrintedNumber_c209d55f3e9f0b008b7ea09ce3e0c8f3,
  "/collections/components/DateCell#DateCell": DateCell_35877aefb36da69eb1f7fe0ab4340118,
  "/collections/components/DateText#DateText": DateText_52f1e9d2ff48185f2dde438ac2a5f0dd,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnderlineFeatureClient": UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#StrikethroughFeatureClient": StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SubscriptFeatureClient": SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SuperscriptFeatureClient": SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#AlignFeatureClient": AlignFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#TableFeatureClient": TableFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/collections/components/PastedText#PastedText": PastedText_db27b102068032863ab2bd7591749474,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/collections/components/TaskGroupLabel#TaskGroupLabel": TaskGroupLabel_466c83dbcd0c21bdd2e67a777fa727ce,
  "/collections/components/ScanWarning#ScanWarning": ScanWarning_66f5a56dd38a7b17193e452935dea401,
  "/collections/components/PointingHere#PointingHere": PointingHere_3e535f12032a4473644911b76a82f587,
  "/plugins/workflow/admin/StateCell#StateCell": StateCell_e0c4e1092e6750c89411bd51d6c6e0ca,
  "/src/repairs/vietnamTimes/InstantCell#InstantCell": InstantCell_eddaf86167cb008c0f3b68105138ae8b,
  "/src/repairs/vietnamTimes/HeaderTimes#HeaderTimes": HeaderTimes_a3ca3a719d97eed9f6d7871f3ea959a7,
  "/plugins/workflow/admin/versions/Versions#Versions": Versions_c71600bd37f865043aa77a0749e4660a,
  "/plugins/workflow/admin/versions/Comparison#Comparison": Comparison_1e804cc2088212076e133d11a8e3f531,
  "/collections/components/RoyaltyExport#RoyaltyExport": RoyaltyExport_99f5aa0383ef72e590e56a03cf7640a0,
  "/plugins/publications/admin/WordCell#WordCell": WordCell_60c7f52517f03c8582df16bef66535c1,
  "/plugins/workflow/admin/DocumentCell#DocumentCell": DocumentCell_1390a01e15c902d113738fd0cffa8f85,
  "/collections/components/Brand#Icon": Icon_ad65581e1662618e95f43b3e7b00dced,
  "/collections/components/Brand#Logo": Logo_ad65581e1662618e95f43b3e7b00dced,
  "/collections/components/FindBox#FindBox": FindBox_86425c2109a67a1a35f0ab99e2bcfe68,
  "/plugins/digest/admin/MailLink#MailLink": MailLink_05ee408cdafbf83c3ef2b281b1095fce,
  "/plugins/publications/admin/Faults#Faults": Faults_25ed99f3300c6eca052066b6b52db2b6,
  "/plugins/workflow/admin/Tasks#Tasks": Tasks_e55c2de2ed40d2ce3b32997801171201,
  "/plugins/digest/admin/UnreadReports#UnreadReports": UnreadReports_3900366e8978466b9ba9713a880e7323,
  "/collections/components/FindBox#FindBoxInNav": FindBoxInNav_86425c2109a67a1a35f0ab99e2bcfe68,
  "/src/repairs/admin/Accessible#Accessible": Accessible_e2500c22a2c37d0f8de6902c0904bb6e,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
