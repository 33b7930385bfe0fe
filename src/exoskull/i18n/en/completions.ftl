# Errors of the door for chat clients.
error-completions-no_such_model = There is no model “{ $name }” here: ask for “{ $ours }”, which is the assistant itself.
error-completions-one_answer = There is one answer to a question here: leave out n, or set it to 1.
error-completions-not_a_question = The last message has to be yours (role “user”), as that is what is answered.
error-completions-only_text = Only text can be read here: leave pictures, sound and files out.
error-completions-client_task = That is a task of your chat client’s own (a title, tags), not a message of yours, and nothing was kept of it. Switch such tasks off in the client, or give them another model.
